import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';

/** A version that is no longer true: why, since when, and which one is (null while none is printed). */
export type VoidedVersion = {
  readonly version: number;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
  readonly replacedBy: number | null;
};

/** What whoever holds the old paper is told: which it is, replaced when and because of what, and what to print. */
export function voidedWords(number: string, { version, reason, at, replacedBy }: VoidedVersion) {
  const day = formatDay(shanghaiDayOf(new Date(at)));
  const isReplaced = replacedBy !== null;
  return {
    title: `这是收据 ${number} 的第 ${version} 版，已作废，不能提交`,
    why: isReplaced
      ? `该版于${day}因“${reason}”作废，由第 ${replacedBy} 版替换。`
      : `该版于${day}因“${reason}”作废，新的一版尚未打印。`,
    next: isReplaced
      ? `请打印第 ${replacedBy} 版，盖章后再拍照上传。`
      : '请在电脑端确认账户和联系人，再点“打印收据”，盖章后拍照上传。',
  };
}
