/** What a list is called before it has its place among those of the year. */
export function listTitle(programmeName: string, year: number): string {
  return `${programmeName} ${year} 年度拟拨付名单公示`;
}

/** `…（第 3 批）`: the batch is known once a list is published, so that the public sees no gap. */
export function batchTitle(title: string, batch: number): string {
  return `${title}（第 ${batch} 批）`;
}

/** `GS2026003`: the public number of a notice, as it stands in its address. */
export function noticeNumber(year: number, sequence: number): string {
  return `GS${year}${String(sequence).padStart(3, '0')}`;
}

export const NOTICE_NUMBER = /^GS\d{7,10}$/;
