import type { Fen } from '@/lib/kernel/fen';

/** One stage of the way and how many cases of a programme year ever came to it. */
export type FunnelStep = {
  readonly key: 'begun' | 'submitted' | 'passed' | 'approved' | 'noticed' | 'disbursing' | 'paid';
  readonly label: string;
  readonly cases: number;
};

export const FUNNEL_LABELS: Readonly<Record<FunnelStep['key'], string>> = {
  begun: '开始填写',
  submitted: '提交申请',
  passed: '初审通过',
  approved: '审核通过',
  noticed: '公示',
  disbursing: '进入拨付',
  paid: '拨付完成',
};

/** Below this many cases a share or a median says more about single cases than about the office. */
export const SAMPLE_LEAST = 5;

export type AmountLine = { readonly label: string; readonly people: number; readonly cases: number; readonly fen: Fen };
export type ReasonLine = { readonly label: string; readonly count: number };

/** Cases that ended otherwise than by payment. */
export type Ends = { readonly rejected: number; readonly withdrawn: number; readonly expired: number };

/** A whole-number share in per cent, 0 where there is nothing to share. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}

/** Of those who came to one step, how many came to the next; null for the first. */
export function passRates(steps: readonly FunnelStep[]): (number | null)[] {
  return steps.map(({ cases }, index) => {
    const before = steps[index - 1];
    return before ? share(cases, before.cases) : null;
  });
}
