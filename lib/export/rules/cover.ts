import { formatDayTime } from '@/lib/kernel/shanghai-day';

/** Who took a sheet out, when, and what it is narrowed to. */
export type Taken = {
  readonly title: string;
  readonly by: { readonly name: string; readonly username: string };
  readonly at: Date;
  /** What narrows the rows, in words; empty is all. */
  readonly filter: readonly string[];
  /** How many rows there were when the export began. */
  readonly rows: number;
  readonly isWhole: boolean;
};

/** The lines of the cover. */
export function coverLines(taken: Taken): readonly (readonly [string, string])[] {
  return [
    ['内容', taken.title],
    ['导出人', `${taken.by.name}（${taken.by.username}）`],
    ['导出时间', `${formatDayTime(taken.at)}（北京时间）`],
    ['筛选', taken.filter.join('；') || '全部'],
    ['行数', `${taken.rows} 行（开始导出时）`],
    ['个人信息', taken.isWhole ? '含完整证件号码，请妥善保管，用完即删' : '证件号码部分隐去'],
    ['金额', '单位为元'],
  ];
}

/** On every printed page. */
export function watermark({ title, by, at, isWhole }: Taken): { readonly head: string; readonly foot: string } {
  return {
    head: `${title}${isWhole ? '，含完整号码，请妥善保管' : ''}`,
    foot: `${by.name}（${by.username}）导出于 ${formatDayTime(at)}`,
  };
}

/** Said on a sheet of its own when rows came or went while the export was written. */
export function changedMeanwhile(taken: Taken, written: number): string | null {
  if (taken.rows === written) return null;
  return `实际写出 ${written} 行，开始导出时为 ${taken.rows} 行：导出期间有事项发生了变化。`;
}
