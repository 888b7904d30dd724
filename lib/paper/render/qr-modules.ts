import { create } from 'qrcode';

import type { QrModules } from '../document/qr-code';
import { QR_MODULES } from '../rules/geometry';

/** A page code as a QR of version 3, level Q, 29 modules a side. Throws when the text needs more: it would be too fine. */
export function qrModules(text: string): QrModules {
  const { modules } = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'Q', version: 3 });
  const side = Array.from({ length: QR_MODULES }, (_, index) => index);
  return side.map((row) => side.map((column) => modules.get(row, column) === 1));
}
