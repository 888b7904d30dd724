import 'server-only';
import type { Context } from '@/lib/access/context';
import { APPLICATION, type ApplicationStatus } from '@/lib/application/rules/states';
import { changeStatus, type SomebodyWasFaster } from '@/lib/db/change-status';
import type { Fen } from '@/lib/kernel/fen';
import { ok, type Result } from '@/lib/kernel/result';
import { voidCurrentReceipt } from '@/lib/receipt/commands/void-current';
import { closeMissing } from '../font-store';
import { freeGrant, postMoney, standingOf, takeGrant } from '../money-store';
import { moneyMove } from '../rules/money';
import type { BudgetShort, GrantGone } from '../rules/refusals';
import {
  ALLOWED_CASE_STATUS,
  CASE_EVENT,
  DISBURSEMENT,
  type DisbursementEvent,
  type DisbursementStatus,
} from '../rules/states';

export type Standing = { readonly id: string; readonly status: DisbursementStatus; readonly version: number };

export type Advance = {
  /** Chooses where an event has several targets. */
  readonly to?: DisbursementStatus;
  /** Further columns of the same row. */
  readonly set?: Record<string, unknown>;
  readonly detail?: Record<string, unknown>;
  /** The amount from now on, where a talent fell away. */
  readonly amountFen?: Fen;
};

export type AdvanceRefusal = SomebodyWasFaster;

/** Only a revived disbursement takes money anew, so only that can find the budget, the cap or the person gone. */
export type ReviveRefusal = AdvanceRefusal | BudgetShort | GrantGone;

/** Events after which the printed paper is no longer true, with the reason that stands on the voided version. */
const VOIDS: Partial<Record<DisbursementEvent, string>> = {
  adjust: '银行账户或联系人已调整',
  rename: '企业名称已变更',
  declareLeft: '有人才申报已离职',
  returnProof: '在职证明被退回',
  mendAccount: '付款未成功，更换银行账户',
  stopTalent: '有人才停止拨付',
  stopLastTalent: '有人才停止拨付',
  leaveBatch: '已移出拨付批次',
  lapse: '拨付逾期失效',
};

/** Paid after all by an order that went out on an earlier paper: one that was printed for another account since is not wanted. */
const PAID_BEFORE = '银行已按此前的付款指令付款';

function voidReasonOf(event: DisbursementEvent, from: DisbursementStatus): string | undefined {
  if (event !== 'bankPaidLate') return VOIDS[event];
  return from === 'PAYABLE' || from === 'PAYMENT_FAILED' ? undefined : PAID_BEFORE;
}

/**
 * The one way in which a disbursement moves on. In the caller's transaction it changes the disbursement and its case,
 * voids the paper where it is no longer true, and moves the money of the programme year from where it stood to where it
 * stands now. Every step is conditional on what was read: a second one of two equal acts is told `somebody-was-faster`.
 */
export function advance(
  tx: Context,
  disbursement: Standing,
  event: 'revive',
  change?: Advance,
): Promise<Result<Standing, ReviveRefusal>>;
export function advance(
  tx: Context,
  disbursement: Standing,
  event: Exclude<DisbursementEvent, 'revive'>,
  change?: Advance,
): Promise<Result<Standing, AdvanceRefusal>>;
export async function advance(
  tx: Context,
  disbursement: Standing,
  event: DisbursementEvent,
  { to, set, detail, amountFen }: Advance = {},
): Promise<Result<Standing, ReviveRefusal>> {
  const before = await standingOf(tx.db, disbursement.id);
  const after = amountFen ?? before.amountFen;
  const moved = await changeStatus(tx, DISBURSEMENT, disbursement, event, {
    to,
    detail,
    set: { ...set, lastActAt: tx.now, ...(amountFen === undefined ? {} : { amountFen: BigInt(amountFen) }) },
  });
  if (!moved.ok) return moved;

  const voidReason = voidReasonOf(event, disbursement.status);
  if (voidReason) {
    const voided = await voidCurrentReceipt(tx, disbursement.id, voidReason);
    if (!voided.ok) return voided;
  }
  // What the paper would have said is no longer what it will say.
  if (disbursement.status === 'AWAITING_PRINT') await closeMissing(tx.db, disbursement.id, tx.now);
  const carried = await carryCase(tx, before.case, event, detail);
  if (!carried.ok) return carried;
  assertPair(moved.value.to, carried.value);

  const grant = {
    ...before.key,
    ...{ enterpriseId: before.enterpriseId, applicationId: before.case.id, amountFen: before.amountFen },
  };
  if (carried.value === 'CLOSED_UNPAID' && before.case.status !== 'CLOSED_UNPAID') await freeGrant(tx.db, grant);
  if (event === 'revive') {
    const taken = await takeGrant(tx.db, { ...grant, disbursementId: disbursement.id, at: tx.now });
    if (!taken.ok) return taken;
  }
  const move = moneyMove(
    { status: disbursement.status, amountFen: before.amountFen },
    { status: moved.value.to, amountFen: after },
  );
  const posted = await postMoney(tx.db, before.key, tx.now, [{ disbursementId: disbursement.id, event, move }]);
  return posted.ok ? ok({ id: disbursement.id, status: moved.value.to, version: moved.value.version }) : posted;
}

async function carryCase(
  tx: Context,
  row: { id: string; status: ApplicationStatus; version: number },
  event: DisbursementEvent,
  detail: Record<string, unknown> | undefined,
): Promise<Result<ApplicationStatus, SomebodyWasFaster>> {
  const caseEvent = CASE_EVENT[event];
  if (!caseEvent) return ok(row.status);
  const carried = await changeStatus(tx, APPLICATION, row, caseEvent, { detail });
  return carried.ok ? ok(carried.value.to) : carried;
}

/** A pair that is not allowed is a fault of the tables or of a caller, never of the person who acts. */
function assertPair(disbursement: DisbursementStatus, application: ApplicationStatus): void {
  if (ALLOWED_CASE_STATUS[disbursement].includes(application)) return;
  throw new Error(`a disbursement in ${disbursement} cannot have its case in ${application}`);
}
