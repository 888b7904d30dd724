/** What is done at once is done in one transaction, and two people read every line of it. */
export const CASES_PER_BATCH_MAX = 200;
export const LINES_PER_FILE_MAX = 200;

/** 付款文件编号: `FK20260012`. Chosen from a list, never typed. */
export function paymentFileNumber(year: number, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > 9999) throw new RangeError(`no number: ${sequence}`);
  return `FK${year}${String(sequence).padStart(4, '0')}`;
}

/** 明细编号, our own id on every line that the bank echoes: `FK20260012-003`. Never used again, even when withdrawn. */
export function lineNumber(fileNumber: string, position: number): string {
  if (!Number.isInteger(position) || position < 1 || position > LINES_PER_FILE_MAX) {
    throw new RangeError(`no line number: ${position}`);
  }
  return `${fileNumber}-${String(position).padStart(3, '0')}`;
}

export const LINE_NUMBER = /^FK\d{8}-\d{3}$/;
