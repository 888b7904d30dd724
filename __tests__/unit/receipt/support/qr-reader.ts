import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = join(process.cwd(), 'node_modules', 'zxing-wasm', 'dist', 'reader', 'zxing_reader.wasm');

/** What the QR codes in a picture say. */
export async function readQrCodes(image: ImageData): Promise<string[]> {
  const wasmBinary = new Uint8Array(readFileSync(wasm)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const found = await readBarcodes(image, { formats: ['QRCode'] });
  return found.map(({ text }) => text);
}
