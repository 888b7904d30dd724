import { explainFinding, type Finding } from './findings';
import type { Verdict } from './judge';
import type { CaptureStep } from './link';
import type { CaptureStatus } from '@/lib/receipt/rules/capture-states';

/** What the desktop follows, in order, with its word. */
const WAY = [
  ['WAITING', '等待扫码'],
  ['OPENED', '手机已打开'],
  ['CAMERA', '正在取景'],
  ['PHOTOGRAPHED', '已拍照'],
  ['CHECKED', '已检查'],
  ['SUBMITTED', '已提交'],
] as const satisfies readonly (readonly [CaptureStatus, string])[];

const ENDED: readonly CaptureStatus[] = ['SUBMITTED', 'EXPIRED', 'CANCELLED', 'VOIDED'];

/** A link on which nothing happens any more. */
export function hasEnded(status: CaptureStatus): boolean {
  return ENDED.includes(status);
}

export type ProgressLine = {
  readonly word: string;
  readonly state: 'done' | 'current' | 'todo';
  /** ISO 8601; null where it was passed over or is still ahead. */
  readonly at: string | null;
};

/** The six lines of the live list. After a retake the lines behind the camera are ahead again. */
export function progressLines(status: CaptureStatus, all: readonly CaptureStep[]): ProgressLine[] {
  // What a phone did that gave way to another one is no part of the other one's way.
  const opened = all.findLastIndex((step) => step.status === 'OPENED');
  const steps = all.filter((step, index) => index >= opened || step.status === 'WAITING');
  const reached = WAY.findIndex(([one]) => one === lastOnWay(status, steps));
  return WAY.map(([one, word], index) => ({
    word,
    state:
      index < reached || (one === 'SUBMITTED' && index === reached) ? 'done' : index === reached ? 'current' : 'todo',
    at: index <= reached ? (steps.findLast((step) => step.status === one)?.at ?? null) : null,
  }));
}

/** Where a link stands on its way, or stood when it ended before its goal. */
function lastOnWay(status: CaptureStatus, steps: readonly CaptureStep[]): string {
  const isOnWay = (one: string) => WAY.some(([known]) => known === one);
  return isOnWay(status) ? status : (steps.findLast((step) => isOnWay(step.status))?.status ?? 'WAITING');
}

export type Headline = { readonly title: string; readonly note: string };

type Followed = {
  readonly status: CaptureStatus;
  readonly deviceLabel: string | null;
  readonly endReason: string | null;
  readonly photograph: { readonly verdict: Verdict; readonly findings: readonly Finding[] } | null;
};

/** What the desktop says above the list: what goes on, and whose turn it is. */
export function captureHeadline({ status, deviceLabel, endReason, photograph }: Followed): Headline {
  switch (status) {
    case 'WAITING':
      return { title: '等待扫码', note: '请用微信或手机相机扫描二维码。' };
    case 'OPENED':
      return { title: '手机已打开', note: `${deviceLabel ?? '手机'}，请核对配对码是否一致。` };
    case 'CAMERA':
      return { title: '手机正在取景', note: '拍照框与收据虚线裁剪框对齐后拍照。' };
    case 'PHOTOGRAPHED':
      return { title: '照片已收到', note: '正在检查照片。' };
    case 'CHECKED':
      return checkedHeadline(photograph);
    case 'SUBMITTED':
      return { title: '收据已提交', note: '等待业务人员审核。' };
    case 'EXPIRED':
      return { title: '二维码已过期', note: '10 分钟内没有扫码，或手机离开超过 30 分钟。' };
    case 'CANCELLED':
      return { title: '本次拍照已取消', note: `${endReason ?? '电脑端取消了本次拍照'}。` };
    case 'VOIDED':
      return { title: '收据已作废', note: `${endReason ?? '收据内容已调整'}，请重新打印收据。` };
  }
}

function checkedHeadline(photograph: Followed['photograph']): Headline {
  const [worst] = photograph?.findings ?? [];
  if (photograph?.verdict === 'REFUSED' && worst)
    return { title: '照片不符合要求', note: `${explainFinding(worst).title}，请在手机上重拍。` };
  return { title: '照片已检查', note: '请在手机上核对，再点“确认提交”。' };
}
