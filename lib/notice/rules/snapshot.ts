import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { NoticeSheet, SheetLine } from './views';

/** Exactly what the public reads of a notice, without what changes by the hour (how many days are left). */
export type PublicContent = Omit<NoticeSheet, 'period'> & {
  readonly number: string;
  readonly startsOn: ShanghaiDay;
  readonly endsOn: ShanghaiDay;
  readonly estimated: boolean;
  readonly lines: readonly SheetLine[];
};

export function contentOf(number: string, { period, ...sheet }: NoticeSheet): PublicContent {
  const { startsOn, endsOn, estimated } = period;
  return { ...sheet, number, startsOn, endsOn, estimated };
}

export const SNAPSHOT_KINDS = ['OPENING', 'DAILY', 'CHANGED', 'CLOSING'] as const;
export type SnapshotKind = (typeof SNAPSHOT_KINDS)[number];

export const SNAPSHOT_WORDS: Readonly<Record<SnapshotKind, string>> = {
  OPENING: '公示开始',
  DAILY: '每日存证',
  CHANGED: '内容变动',
  CLOSING: '公示结束',
};

/** What the chain hash is taken of. */
export type Link = {
  readonly noticeId: string;
  readonly sequence: number;
  readonly kind: SnapshotKind;
  readonly day: string;
  readonly takenAt: string;
  readonly contentSha256: string;
  readonly previous: string;
};

export type Kept = Link & { readonly content: unknown; readonly hash: string };

/** The sequence number of the first snapshot that is not as it was taken, or is missing before it; null when all are. */
export function firstBroken(rows: readonly Kept[], hashOf: (value: unknown) => string): number | null {
  let previous = '';
  for (const [index, { content, hash, ...link }] of rows.entries()) {
    const isSound =
      link.sequence === index + 1 &&
      link.previous === previous &&
      hashOf(content) === link.contentSha256 &&
      hashOf(link) === hash;
    if (!isSound) return index + 1;
    previous = hash;
  }
  return null;
}
