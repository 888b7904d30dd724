import { join } from 'node:path';
import { rasterisePdf, type Raster } from '@/lib/files/reading/rasterise-pdf';
import type { ReceiptModel } from '@/lib/receipt/rules/model';
import { renderReceipt } from '@/lib/receipt/render/render-receipt';
import { aReceiptModel } from '../../../builders/receipt-model';

const FONTS = join(process.cwd(), 'node_modules', '@expo-google-fonts');
const SETTINGS = {
  secret: new TextEncoder().encode('a secret for tests only'),
  fonts: {
    regular: join(FONTS, 'noto-sans-sc', '400Regular', 'NotoSansSC_400Regular.ttf'),
    bold: join(FONTS, 'noto-sans-sc', '700Bold', 'NotoSansSC_700Bold.ttf'),
    title: join(FONTS, 'noto-serif-sc', '700Bold', 'NotoSerifSC_700Bold.ttf'),
  },
};

export const RECEIPT = aReceiptModel();

/** The first page of a really issued receipt at 200 dpi, what its QR says, and its bytes. */
export async function issuedPage(
  model: ReceiptModel = RECEIPT,
): Promise<Raster & { readonly code: string; readonly pdf: Uint8Array }> {
  const receipt = await renderReceipt(model, SETTINGS);
  if (!receipt.ok) throw new Error('the sample receipt cannot be printed');
  const { pdf, codes } = receipt.value;
  return { ...(await rasterisePdf(pdf, 1, 200)), code: codes[0] ?? '', pdf };
}
