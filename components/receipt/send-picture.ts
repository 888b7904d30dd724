import { giveUpAfter } from '@/components/ui/patience';
import type { Explained } from '@/lib/access/refusals';
import type { CheckedPicture } from './checked-picture';

export type PictureSent = { ok: true; value: CheckedPicture } | { ok: false; explained: Explained };

/** A scan of 20 MB over a slow line, and looking at it. */
const PATIENCE_MS = 180_000;

const CUT_OFF: Explained = {
  title: '没有传完',
  why: '上传时网络断开，图片没有保存。',
  next: [{ label: '请检查网络后重新选择文件' }],
};

/** Sends one picture of a stamped receipt with its bytes as the body; answers what was found on it. Never rejects. */
export async function sendPicture(receiptId: string, file: Blob): Promise<PictureSent> {
  try {
    const response = await fetch(`/api/receipts/${receiptId}/photographs`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
      signal: giveUpAfter(PATIENCE_MS),
    });
    const answer = (await response.json()) as { ok: boolean; value?: CheckedPicture; explained?: Explained };
    if (answer.ok && answer.value) return { ok: true, value: answer.value };
    return { ok: false, explained: answer.explained ?? CUT_OFF };
  } catch {
    return { ok: false, explained: CUT_OFF };
  }
}
