import { formatDayTime } from '@/lib/kernel/shanghai-day';

/** What is known of a submitted receipt beside its amount. */
export type SheetFacts = {
  readonly verdict: string;
  readonly hasFlat: boolean;
  /** Why nothing may be done now; null when nothing holds it. */
  readonly hold: string | null;
  /** Until when a new account is not paid; null when that is over. */
  readonly notBefore: Date | null;
  /** What finance is told of the account before it pays. */
  readonly risks: readonly string[];
  readonly isUsedElsewhere: boolean;
  readonly wasReturned: boolean;
  readonly wasReopened: boolean;
};

/** Why a receipt has to be opened by itself instead of being accepted in the list; nothing of it is ever waived. */
export function whyOpened(facts: SheetFacts): string[] {
  const { hold, notBefore } = facts;
  const causes: readonly (string | false | null)[] = [
    facts.verdict !== 'CLEAN' && '照片检查有请留意的内容',
    !facts.hasFlat && '照片没有展平，看不到整张收据',
    hold && `已暂停：${hold}`,
    notBefore && `收款账户变更不久，${formatDayTime(notBefore)} 后方可付款`,
    ...facts.risks,
    facts.isUsedElsewhere && '同一张照片曾用于其他收据',
    facts.wasReturned && '此前退回过，须对照退回原因查看',
    facts.wasReopened && '通过后又重新审核，须对照理由查看',
  ];
  return causes.filter((cause) => typeof cause === 'string');
}
