import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { isHeldBy } from './account-holder';
import { PUBLIC_STATUS } from './labels';
import type { Blocked } from './refusals';
import type { DisbursementStatus } from './states';

export type PayableFacts = {
  readonly status: DisbursementStatus;
  readonly hold: string | null;
  readonly notBefore: Date | null;
  /** Whether the current version of the receipt was accepted, and its amount is that of the disbursement. */
  readonly hasAcceptedReceipt: boolean;
  readonly holder: string | null;
  readonly enterpriseName: string;
  /** The payment file in which it stands already and is not settled. */
  readonly inFile: string | null;
};

/** Why a disbursement cannot be paid at this instant, in words; null when it can. */
export function paymentObstacle(facts: PayableFacts, now: Date): string | null {
  if (facts.status !== 'PAYABLE') return `目前是“${PUBLIC_STATUS[facts.status].word}”`;
  if (facts.hold) return `已暂停：${facts.hold}`;
  if (facts.inFile) return `已列入付款文件 ${facts.inFile}`;
  if (!facts.hasAcceptedReceipt) return '没有审核通过的收据';
  if (facts.holder === null || !isHeldBy(facts.holder, facts.enterpriseName))
    return '户名与申报单位现名不一致，请重新审核收据并退回，由申报单位更换账户';
  if (facts.notBefore && facts.notBefore > now) return `账户变更，${formatDayTime(facts.notBefore)} 后可付`;
  return null;
}

/** Orders of a payment file that were stopped after it was made, each with why: such a file must not reach the bank. */
export function heldOrders(
  rows: readonly { readonly receiptNumber: string | null; readonly caseNumber: string; readonly hold: string | null }[],
): Blocked[] {
  return rows.flatMap(({ receiptNumber, caseNumber, hold }) =>
    hold ? [{ number: receiptNumber ?? caseNumber, why: `已暂停：${hold}` }] : [],
  );
}
