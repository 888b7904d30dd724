import type { Actor, StaffRole } from './actor';

/** What the policy needs to know of the thing acted on; only the members that matter are given. */
export type Subject = {
  readonly enterpriseId?: string;
  /** The programme that the business belongs to, or the case that knows it. */
  readonly programmeId?: string;
  readonly application?: object | null;
  /** People who decided at the first stage of this case, or made what is now to be checked. */
  readonly madeBy?: readonly (string | null)[];
  readonly receiptId?: string;
  readonly claimedById?: string | null;
  /** The account of the office that is acted on. */
  readonly staffId?: string;
  /** The browser that asks carries the secret of this registration. */
  readonly isHolder?: boolean;
};

type Rule = (actor: Actor, subject: Subject) => boolean;

const owns: Rule = (actor, subject) => actor.kind === 'enterprise' && actor.enterpriseId === subject.enterpriseId;
const staff: Rule = (actor) => actor.kind === 'staff';
const withRole =
  (...roles: StaffRole[]): Rule =>
  (actor) =>
    actor.kind === 'staff' && roles.some((role) => actor.roles.includes(role));
const notMaker: Rule = (actor, subject) => actor.kind === 'staff' && !(subject.madeBy ?? []).includes(actor.id);
const notSelf: Rule = (actor, subject) => actor.kind === 'staff' && actor.id !== subject.staffId;
const holdsClaim: Rule = (actor, subject) => actor.kind === 'staff' && subject.claimedById === actor.id;
const system: Rule = (actor) => actor.kind === 'system';
const anyone: Rule = () => true;
/** Business of the enterprise is done by super and handlers; admin manages people and the enterprise's own data. */
const business: Rule = (actor, subject) =>
  owns(actor, subject) && actor.kind === 'enterprise' && actor.role !== 'ADMIN' && !actor.frozen;
const programmeOf = (of: object | null | undefined): string | undefined =>
  of && 'programmeId' in of && typeof of.programmeId === 'string' ? of.programmeId : undefined;
/** A handler does the business of the programmes that were granted to him; of a thing without one he does none. */
const granted: Rule = (actor, subject) => {
  if (actor.kind !== 'enterprise' || actor.role !== 'HANDLER') return true;
  const { programmeId = programmeOf(subject.application) } = subject;
  return programmeId !== undefined && (actor.programmeIds ?? []).includes(programmeId);
};
const anEmployee: Rule = (actor) => actor.kind === 'enterprise';
/** 企业管理员 within his own enterprise; a frozen one may still disable an account. */
const administrator: Rule = (actor, subject) =>
  actor.kind === 'enterprise' && actor.role === 'ADMIN' && (subject.enterpriseId === undefined || owns(actor, subject));
/** What the enterprise itself asks of the office: its administrator or super, not a handler. */
const asksForEnterprise: Rule = (actor, subject) =>
  owns(actor, subject) && actor.kind === 'enterprise' && actor.role !== 'HANDLER' && !actor.frozen;
const all =
  (...rules: Rule[]): Rule =>
  (actor, subject) =>
    rules.every((rule) => rule(actor, subject));
const either =
  (...rules: Rule[]): Rule =>
  (actor, subject) =>
    rules.some((rule) => rule(actor, subject));

const caseStaff = withRole(
  'WINDOW',
  'FIRST_REVIEWER',
  'FINAL_REVIEWER',
  'NOTICE_CLERK',
  'FINANCE_MAKER',
  'FINANCE_CHECKER',
);
const finance = withRole('FINANCE_MAKER', 'FINANCE_CHECKER');

/** Who may do what: the one table that pages, actions, routes, commands and queries ask. */
export const POLICY = {
  'application.read': either(owns, caseStaff),
  'application.edit': all(business, granted),
  'application.submit': all(business, granted),
  'application.withdraw': all(business, granted),
  'extension.ask': all(business, granted),
  'extension.decide': withRole('FINAL_REVIEWER'),
  'application.appeal': all(business, granted),
  'conversation.read': either(owns, caseStaff),
  'conversation.write': either(all(business, granted), withRole('WINDOW', 'FIRST_REVIEWER', 'FINAL_REVIEWER')),
  'conversation.inbox': withRole('WINDOW', 'FIRST_REVIEWER', 'FINAL_REVIEWER'),
  'file.read': either(owns, caseStaff),
  'sensitive.reveal': either(owns, caseStaff),
  'queue.read': withRole('FIRST_REVIEWER', 'FINAL_REVIEWER'),
  'review.first': withRole('FIRST_REVIEWER'),
  'review.first.decide': all(withRole('FIRST_REVIEWER'), holdsClaim),
  'review.final': all(withRole('FINAL_REVIEWER'), notMaker),
  'review.final.decide': all(withRole('FINAL_REVIEWER'), notMaker, holdsClaim),
  'reason.manage': withRole('SYSTEM_ADMIN'),
  'notice.read': caseStaff,
  'notice.make': withRole('NOTICE_CLERK'),
  // 复审 confirms what 公示经办 made, proposes to take down, or handled; nobody both sides of one thing.
  'notice.publish': all(withRole('FINAL_REVIEWER'), notMaker),
  'notice.withdraw': all(withRole('FINAL_REVIEWER'), notMaker),
  'objection.read': withRole('NOTICE_CLERK', 'FINAL_REVIEWER'),
  'objection.handle': withRole('NOTICE_CLERK'),
  'objection.decide': all(withRole('FINAL_REVIEWER'), notMaker),
  'statement.read': owns,
  'statement.give': all(business, granted),
  'batch.read': finance,
  'batch.make': withRole('FINANCE_MAKER'),
  'batch.release': all(withRole('FINANCE_CHECKER'), notMaker),
  'disbursement.read': either(owns, caseStaff),
  'disbursement.act': all(business, granted),
  'disbursement.manage': withRole('FINANCE_MAKER'),
  'disbursement.hold': finance,
  'left.decide': withRole('FINAL_REVIEWER'),
  'receipt.read': either(owns, finance, caseStaff),
  'receipt.judge': withRole('FINANCE_MAKER'),
  'capture.open': all(business, granted),
  'capture.photograph': (actor, subject) => actor.kind === 'phone' && actor.receiptId === subject.receiptId,
  'payment.read': finance,
  'payment.make': withRole('FINANCE_MAKER'),
  'payment.confirm': all(withRole('FINANCE_CHECKER'), notMaker),
  'payment.import': all(withRole('FINANCE_CHECKER'), notMaker),
  'payment.explain': finance,
  'payment.agree': all(withRole('FINANCE_CHECKER'), notMaker),
  'contacts.manage': business,
  'accounts.manage': business,
  'account.own': either(anEmployee, staff),
  'employees.manage': administrator,
  'enterprise.read': either(owns, caseStaff, withRole('SYSTEM_ADMIN')),
  // Nobody is signed in while an enterprise registers: whoever proved it holds the browser's secret.
  'registration.hold': (_actor, subject) => subject.isHolder === true,
  // A phone with a capture link does that one thing and nothing else.
  'ca.prove': (actor) => actor.kind !== 'phone',
  'ca.manage': withRole('SYSTEM_ADMIN'),
  'support.answer': withRole('WINDOW'),
  'upload.watch': withRole('SYSTEM_ADMIN'),
  'dev.read': anyone,
  'jobs.run': system,
  'change.request': asksForEnterprise,
  'desk.read': withRole('WINDOW'),
  'desk.decide': all(withRole('WINDOW'), holdsClaim),
  'desk.confirm': all(withRole('WINDOW'), notMaker),
  'enterprise.look': withRole('WINDOW', 'SYSTEM_ADMIN'),
  'enterprise.freeze': withRole('WINDOW', 'SYSTEM_ADMIN'),
  'programme.manage': withRole('SYSTEM_ADMIN'),
  'font.manage': withRole('SYSTEM_ADMIN'),
  'bank.manage': withRole('SYSTEM_ADMIN'),
  'layout.manage': withRole('SYSTEM_ADMIN'),
  'register.import': withRole('SYSTEM_ADMIN'),
  'register.read': withRole('SYSTEM_ADMIN', 'WINDOW'),
  'statistics.read': staff,
  'export.cases': withRole('FIRST_REVIEWER', 'FINAL_REVIEWER'),
  'export.talents': withRole('FIRST_REVIEWER', 'FINAL_REVIEWER', 'NOTICE_CLERK'),
  'export.money': finance,
  'staff.home': staff,
  'staff.manage': withRole('SECURITY_ADMIN'),
  'staff.change': all(withRole('SECURITY_ADMIN'), notSelf),
} satisfies Record<string, Rule>;

export type Operation = keyof typeof POLICY;
