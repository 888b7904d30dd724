import 'server-only';
import type { StaffActor } from './actor';
import { authorise } from './authorise';
import type { Context } from './context';
import { failingUploads } from '@/lib/files/upload-queries';
import { WITHOUT_FACTOR } from './staff-store';
import { tasksOf, type StaffTask, type StaffTaskKey } from './rules/staff-tasks';

export type WaitingTask = StaffTask & { readonly count: number };

/** What waits for this person, by place: only the places that the roles open, counted as their lists count. */
export async function waitingForStaff(ctx: Context<StaffActor>): Promise<WaitingTask[]> {
  authorise(ctx.actor, 'staff.home');
  return Promise.all(tasksOf(ctx.actor.roles).map(async (task) => ({ ...task, count: await COUNT[task.key](ctx) })));
}

/** Waiting in the queue, or claimed by this person. */
const ofStage = (
  ctx: Context<StaffActor>,
  waiting: 'SUBMITTED' | 'AWAITING_FINAL',
  claimed: 'FIRST_REVIEW' | 'FINAL_REVIEW',
) =>
  ctx.db.application.count({
    where: { OR: [{ status: waiting }, { status: claimed, claimedById: ctx.actor.id }] },
  });

const COUNT: Readonly<Record<StaffTaskKey, (ctx: Context<StaffActor>) => Promise<number>>> = {
  support: (ctx) => ctx.db.supportTicket.count({ where: { status: 'OPEN' } }),
  first: (ctx) => ofStage(ctx, 'SUBMITTED', 'FIRST_REVIEW'),
  final: (ctx) => ofStage(ctx, 'AWAITING_FINAL', 'FINAL_REVIEW'),
  asked: async ({ db, actor: { id } }) => {
    const given = { OR: [{ claimedById: id }, { claimedById: null, reservedForId: id }] };
    const [handovers, opinions] = await Promise.all([
      db.caseHandover.count({ where: { toId: id, takenAt: null, application: given } }),
      db.caseOpinion.count({ where: { askedOfId: id, status: 'ASKED' } }),
    ]);
    return handovers + opinions;
  },
  extensions: (ctx) => ctx.db.extensionRequest.count({ where: { status: 'ASKED' } }),
  messages: async (ctx) => {
    const [row] = await ctx.db.$queryRaw<{ count: number }[]>`
      SELECT count(DISTINCT m.application_id)::int AS count FROM case_message m
      LEFT JOIN case_message_read r ON r.application_id = m.application_id AND r.side = 'STAFF'
      WHERE m.side = 'ENTERPRISE' AND (r.read_at IS NULL OR m.created_at > r.read_at)`;
    return row?.count ?? 0;
  },
  notices: async (ctx) => {
    const onList = { notice: { status: { in: ['DRAFT' as const, 'PUBLISHED' as const] } } };
    // The clerk draws lists up; who confirms has what was proposed, to publish or to take down.
    const isClerk = ctx.actor.roles.includes('NOTICE_CLERK');
    const isFinal = ctx.actor.roles.includes('FINAL_REVIEWER');
    const [cases, drafts, proposed] = await Promise.all([
      isClerk ? ctx.db.application.count({ where: { status: 'APPROVED', noticeEntries: { none: onList } } }) : 0,
      isClerk ? ctx.db.publicNotice.count({ where: { status: 'DRAFT', proposedAt: null } }) : 0,
      isFinal
        ? ctx.db.publicNotice.count({
            where: {
              OR: [
                { status: 'DRAFT', proposedAt: { not: null } },
                { status: 'PUBLISHED', withdrawProposedAt: { not: null } },
              ],
            },
          })
        : 0,
    ]);
    return cases + drafts + proposed;
  },
  objections: async (ctx) => {
    const [received, handling, clues] = await Promise.all([
      ctx.db.objection.count({ where: { status: 'RECEIVED' } }),
      ctx.db.objection.count({ where: { status: 'HANDLING' } }),
      ctx.db.clue.count({ where: { seenAt: null } }),
    ]);
    return ctx.actor.roles.includes('NOTICE_CLERK') ? received + handling + clues : handling;
  },
  batches: async (ctx) => {
    const isMaker = ctx.actor.roles.includes('FINANCE_MAKER');
    const isChecker = ctx.actor.roles.includes('FINANCE_CHECKER');
    const [cases, batches] = await Promise.all([
      isMaker ? ctx.db.application.count({ where: { status: 'CLEARED' } }) : 0,
      isChecker ? ctx.db.disbursementBatch.count({ where: { status: 'DRAFT', makerId: { not: ctx.actor.id } } }) : 0,
    ]);
    return cases + batches;
  },
  receipts: (ctx) => ctx.db.disbursement.count({ where: { status: 'RECEIPT_REVIEW' } }),
  payments: async (ctx) => {
    const isMaker = ctx.actor.roles.includes('FINANCE_MAKER');
    const isChecker = ctx.actor.roles.includes('FINANCE_CHECKER');
    const notMine = { makerId: { not: ctx.actor.id } };
    const [payable, files, unmatched] = await Promise.all([
      isMaker ? ctx.db.disbursement.count({ where: { status: 'PAYABLE' } }) : 0,
      isChecker ? ctx.db.paymentFile.count({ where: { status: { in: ['DRAFT', 'CONFIRMED'] }, ...notMine } }) : 0,
      ctx.db.unmatchedItem.count({
        where: { closedAt: null, ...(isMaker ? { verdict: null } : { verdict: { not: null } }) },
      }),
    ]);
    return payable + files + unmatched;
  },
  layouts: (ctx) => ctx.db.bankLayoutVersion.count({ where: { status: 'DRAFT' } }),
  programmes: (ctx) => ctx.db.programmeVersion.count({ where: { status: 'DRAFT' } }),
  reasons: (ctx) => ctx.db.reviewReason.count({ where: { retiredAt: { not: null } } }),
  ca: (ctx) => ctx.db.caCrl.count({ where: { fault: { not: null } } }),
  requests: (ctx) =>
    ctx.db.changeRequest.count({
      where: {
        OR: [
          { status: 'RECEIVED' },
          { status: 'IN_CHECK', takenById: ctx.actor.id },
          { status: 'PROPOSED', proposedById: { not: ctx.actor.id } },
        ],
      },
    }),
  registrations: (ctx) => ctx.db.registration.count({ where: { status: 'DONE', lookedOverAt: null } }),
  enterprises: (ctx) => ctx.db.enterprise.count({ where: { status: 'FROZEN' } }),
  register: async (ctx) => {
    if (!ctx.actor.roles.includes('SYSTEM_ADMIN')) return 0;
    const since = new Date(ctx.now.getTime() - 24 * 3600_000);
    return ctx.db.legalEntityImport.count({ where: { confirmedAt: null, createdAt: { gte: since } } });
  },
  banks: (ctx) => {
    const since = new Date(ctx.now.getTime() - 24 * 3600_000);
    return ctx.db.bankBranchImport.count({ where: { confirmedAt: null, createdAt: { gte: since } } });
  },
  fonts: (ctx) => ctx.db.missingCharacter.count({ where: { resolvedAt: null } }),
  uploads: async (ctx) => (await failingUploads(ctx)).length,
  people: (ctx) => ctx.db.staffUser.count({ where: WITHOUT_FACTOR }),
  matters: (ctx) =>
    ctx.db.disbursement.count({
      where: {
        OR: [
          { lines: { some: { state: 'LEFT_DECLARED' } } },
          { status: 'PAYMENT_FAILED' },
          {
            notBefore: { gt: ctx.now },
            status: { notIn: ['PAYING', 'PAID', 'CANCELLED', 'LAPSED', 'FALLEN_AWAY'] },
          },
          { holdReason: { not: null }, status: { notIn: ['CANCELLED', 'LAPSED', 'FALLEN_AWAY'] } },
        ],
      },
    }),
};
