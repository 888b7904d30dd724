import type { RenderedReceipt } from '@/lib/ports/receipt-renderer';
import { renderReceipt } from '@/lib/receipt/render/render-receipt';
import type { ReceiptModel } from '@/lib/receipt/rules/model';

import { SETTINGS } from './fonts';

/** Renders a receipt that has to be printable. */
export async function rendered(model: ReceiptModel): Promise<RenderedReceipt> {
  const result = await renderReceipt(model, SETTINGS);
  if (!result.ok) throw new Error(`not printable: ${result.refusal.characters.join('')}`);
  return result.value;
}
