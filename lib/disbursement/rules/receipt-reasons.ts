import { z } from 'zod';

/** Why a receipt is sent back, as the enterprise reads it; chosen by a key or from the list, and changed at will. */
export const RETURN_REASONS = [
  { word: '没有印章', text: '收据没有加盖财务章或公章，请加盖后重新拍照。' },
  { word: '印章不清', text: '印章不清楚，请重新打印本版收据，盖清楚后重新拍照。' },
  { word: '印章不符', text: '印章与收款单位不一致，请重新打印本版收据，加盖收款单位的财务章或公章。' },
  { word: '内容被遮挡', text: '收据内容被遮挡，请露出全部内容后重新拍照。' },
  { word: '照片不清', text: '照片不清楚，请在光线均匀处平放收据后重新拍照。' },
  { word: '有涂改', text: '收据有涂改，请重新打印本版收据，盖章后重新拍照。' },
] as const;

/** The photograph that an officer has on the screen. */
export const seenReceiptSchema = z.strictObject({ disbursementId: z.uuid(), photographId: z.uuid() });

/** The words that go with a returned receipt. */
export const returnReceiptSchema = seenReceiptSchema.extend({
  reason: z.string().trim().min(2, '请写明退回原因，至少 2 个字。').max(200, '退回原因不能超过 200 个字。'),
});
