import { Path } from '@react-pdf/renderer';
import { create } from 'qrcode';

import { QR, QR_MODULES } from '../rules/geometry';

/** The page code as a vector QR of version 3, level Q. Throws when the text does not fit: its modules would shrink. */
export function QrCode({ text }: { readonly text: string }) {
  return <Path d={qrPath(text)} fill="#000" />;
}

function qrPath(text: string): string {
  const { modules } = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'Q', version: 3 });
  if (modules.size !== QR_MODULES) throw new RangeError(`A page code makes ${QR_MODULES} modules, not ${modules.size}`);
  const side = QR.width / modules.size;
  const rows = Array.from({ length: modules.size }, (_, y) => runsInRow(modules, y));
  return rows
    .flatMap((runs, y) => runs.map(({ from, length }) => bar(QR.x + from * side, QR.y + y * side, length * side, side)))
    .join('');
}

type Modules = { readonly size: number; get(row: number, column: number): number };

/** Dark modules that touch are drawn as one bar, or printers show hairlines between them. */
function runsInRow(modules: Modules, row: number): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  for (let column = 0; column < modules.size; column += 1) {
    if (!modules.get(row, column)) continue;
    const last = runs.at(-1);
    if (last && last.from + last.length === column) last.length += 1;
    else runs.push({ from: column, length: 1 });
  }
  return runs;
}

function bar(x: number, y: number, width: number, height: number): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${-round(width)}z`;
}

function round(mm: number): number {
  return Math.round(mm * 1e4) / 1e4;
}
