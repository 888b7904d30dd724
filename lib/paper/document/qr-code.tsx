import { Path } from '@react-pdf/renderer';

import type { Rect } from '../rules/geometry';

/** Row by row from the top; true is a dark module. */
export type QrModules = readonly (readonly boolean[])[];

/** A QR as a vector, in the square that the paper gives it. */
export function QrCode({ modules, place }: { readonly modules: QrModules; readonly place: Rect }) {
  const side = place.width / modules.length;
  const bars = modules.map((row, y) =>
    darkRuns(row).map(({ from, length }) =>
      bar({ x: place.x + from * side, y: place.y + y * side, width: length * side, height: side }),
    ),
  );
  return <Path d={bars.flat().join('')} fill="#000" />;
}

/** Dark modules that touch are drawn as one bar, or printers show hairlines between them. */
function darkRuns(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = [];
  row.forEach((isDark, column) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last.from + last.length === column) last.length += 1;
    else runs.push({ from: column, length: 1 });
  });
  return runs;
}

function bar({ x, y, width, height }: Rect): string {
  return `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${-round(width)}z`;
}

function round(mm: number): number {
  return Math.round(mm * 1e4) / 1e4;
}
