import type { Explained } from '@/lib/access/refusals';
import { SHEET_BYTES_MAX } from '@/lib/enterprise/rules/sheet-heading';

const LOST: Explained = {
  title: '没有传完',
  why: '网络断开，或服务暂时不可用。',
  next: [{ label: '文件还在，请再点一次“试读”' }],
};
const TOO_LARGE: Explained = { title: '文件过大', why: '文件不能超过 5 MB。', next: [{ label: '请分成几个文件导入' }] };
const NO_FILE: Explained = { title: '尚未选择文件', why: '请先选择 .xlsx 或 .csv 文件。', next: [] };

/** Sends a spreadsheet to be read; answers the id of what was read, or why not in words. */
export async function sendSheet(
  address: string,
  file: FormDataEntryValue | null,
): Promise<{ id: string } | { refused: Explained }> {
  if (!(file instanceof File) || file.size === 0) return { refused: NO_FILE };
  if (file.size > SHEET_BYTES_MAX) return { refused: TOO_LARGE };
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: file,
    });
    const answer = (await response.json()) as { ok: boolean; value?: { id: string }; explained?: Explained };
    if (answer.ok && answer.value) return answer.value;
    return { refused: answer.explained ?? LOST };
  } catch {
    return { refused: LOST };
  }
}
