import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { changeStatus } from '@/lib/db/change-status';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { wrongOfCheck } from '@/lib/enterprise/rules/registration-papers';
import { CHANGE_REQUEST } from '@/lib/enterprise/rules/states';
import { ok, refuse } from '@/lib/kernel/result';
import type { Granted } from '../rules/refusals';
import type { RequestRow } from '../store';
import { grantAdministrator } from './grant-accounts';
import { grantInformation } from './grant-information';
import { requestInHand } from './request-in-hand';

type OneOfficer = Exclude<RequestRow['kind'], 'PASSWORD_RESET'>;

const GRANT: Readonly<Record<OneOfficer, (tx: Context, row: RequestRow) => Promise<Granted>>> = {
  ADMINISTRATOR: grantAdministrator,
  ENTERPRISE_INFO: grantInformation,
};

/**
 * 同意变更: the decision and all that follows from it in one transaction, so that no receipt is printed under the old
 * name after the new one is registered, and no account is half handed over. That is why it stands in an area of its own
 * at the end: it calls access, enterprise and disbursement. 密码重置 has no papers and takes two: `confirm-reset.ts`.
 */
export async function grantRequest(
  ctx: Context<StaffActor>,
  input: { readonly id: string; readonly reason: string },
): Promise<Granted> {
  const found = await requestInHand(ctx, input.id);
  if (!found.ok) return found;
  const row = found.value;
  const { kind } = row;
  if (kind === 'PASSWORD_RESET') return refuse({ code: 'reset-needs-two' });
  const wrong = row.papers
    .filter(({ kind }) => kind === 'authorisation-letter')
    .map(({ checkState }) => wrongOfCheck(checkState))
    .find((says) => says !== null);
  if (wrong) return refuse({ code: 'letter-wrong', says: wrong });
  try {
    return await transact(ctx, async (tx) => {
      const reason = input.reason || null;
      const moved = await changeStatus(tx, CHANGE_REQUEST, row, 'grant', {
        set: { answer: reason, decidedById: ctx.actor.id, decidedAt: ctx.now },
        detail: { number: row.number, kind, ...(reason ? { reason } : {}) },
      });
      if (!moved.ok) return moved;
      const granted = await GRANT[kind](tx, row);
      return granted.ok ? ok() : granted;
    });
  } catch (error) {
    if (!isUniqueViolation(error, 'normalised')) throw error;
    return refuse({ code: 'name-taken', name: (row.fields as Record<string, string>).name ?? '' });
  }
}
