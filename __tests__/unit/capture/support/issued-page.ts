import { join } from 'node:path';
import { rasterisePdf, type Raster } from '@/lib/files/reading/rasterise-pdf';
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

/** The first page of a really issued receipt at 200 dpi, and what its QR says. */
export async function issuedPage(): Promise<Raster & { readonly code: string }> {
  const receipt = await renderReceipt(RECEIPT, SETTINGS);
  if (!receipt.ok) throw new Error('the sample receipt cannot be printed');
  return { ...(await rasterisePdf(receipt.value.pdf, 1, 200)), code: receipt.value.codes[0] ?? '' };
}
