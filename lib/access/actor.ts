import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';

/**
 * What somebody who is signed in must do before anything else answers: choose a password of his own, set up the second
 * factor, or show it.
 */
export type Pending = 'first-password' | 'factor-setup' | 'factor';

/** Who acts. Every context has exactly one; the audit log, the policy and the queries read it. */
export type EnterpriseActor = {
  readonly kind: 'enterprise';
  readonly id: string;
  readonly sessionId: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: 'ADMIN' | 'SUPER' | 'HANDLER';
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly frozen: boolean;
  /** Of a handler: the programmes that were granted to him. The others need no grant. */
  readonly programmeIds?: readonly string[];
  /** Where he signed in under a name that the enterprise no longer has: the last day on which that name opens. */
  readonly formerNameUntil?: ShanghaiDay;
  /** When this person last proved in this session that it is still he: password, and a code to what is bound. */
  readonly provedAt?: Date | null;
  readonly pending?: Pending;
};

export type StaffRole =
  | 'WINDOW'
  | 'FIRST_REVIEWER'
  | 'FINAL_REVIEWER'
  | 'NOTICE_CLERK'
  | 'FINANCE_MAKER'
  | 'FINANCE_CHECKER'
  | 'SYSTEM_ADMIN'
  | 'SECURITY_ADMIN'
  | 'AUDITOR';

export type StaffActor = {
  readonly kind: 'staff';
  readonly id: string;
  readonly sessionId: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly StaffRole[];
  readonly pending?: Pending;
  /** When this person last proved in this session that it is still he: password and second factor. */
  readonly provedAt?: Date | null;
};

/** A phone that opened a capture link: it may photograph that one receipt and nothing else. */
export type PhoneActor = {
  readonly kind: 'phone';
  readonly captureId: string;
  /** Of the secret that this phone keeps: a link is held by one phone at a time. */
  readonly deviceHash: string;
  readonly receiptId: string;
  readonly enterpriseId: string;
};

export type PublicActor = { readonly kind: 'public' };
export type SystemActor = { readonly kind: 'system'; readonly job: string };

export type Actor = EnterpriseActor | StaffActor | PhoneActor | PublicActor | SystemActor;

export const PUBLIC: PublicActor = { kind: 'public' };

export function systemActor(job: string): SystemActor {
  return { kind: 'system', job };
}

/** How an actor stands in the log and, for staff, in the timeline: the role, never a person's name. */
export function actorLabel(actor: Actor): string {
  switch (actor.kind) {
    case 'enterprise':
      return `${actor.enterpriseName} ${actor.username}`;
    case 'staff':
      return `业务人员 ${actor.username}`;
    case 'phone':
      return '手机拍照';
    case 'public':
      return '社会公众';
    case 'system':
      return `系统 ${actor.job}`;
  }
}
