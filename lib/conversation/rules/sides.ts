import type { EnterpriseActor, StaffActor } from '@/lib/access/actor';
import { APPLICATION, type ApplicationStatus } from '@/lib/application/rules/states';

export type Side = 'ENTERPRISE' | 'STAFF';

/** How many messages one person may write on one case within ten minutes. */
export const WRITES_MAX = 10;
export const WRITES_MINUTES = 10;

/** Messages can be written while a submitted case has not come to its end. */
export function isOpenFor(status: ApplicationStatus): boolean {
  return status !== 'DRAFT' && !APPLICATION.ends.includes(status);
}

/** What the other side reads in place of a name. */
export function roleOf(actor: EnterpriseActor | StaffActor): string {
  if (actor.kind === 'enterprise') return '申报单位';
  if (actor.roles.includes('FIRST_REVIEWER')) return '初审人员';
  return actor.roles.includes('FINAL_REVIEWER') ? '复审人员' : '窗口人员';
}

export function sideOf(actor: { readonly kind: string }): Side {
  return actor.kind === 'enterprise' ? 'ENTERPRISE' : 'STAFF';
}
