import { G, Line, Path } from '@react-pdf/renderer';

import type { Mark } from '../rules/geometry';
import { FRAME_DASH, FRAME_SIDES, FRAME_STROKE, MARK_BITS, MARK_CELLS, MARK_SIZE, MARKS } from '../rules/geometry';

const CELL = MARK_SIZE / MARK_CELLS;

/** The dashed frame and the four marks that a photograph is straightened by. */
export function PageMarks() {
  return (
    <G>
      {FRAME_SIDES.map(({ from, to }, index) => (
        <Line
          key={index}
          x1={from.x}
          y1={from.y}
          x2={to.x}
          y2={to.y}
          stroke="#000"
          strokeWidth={FRAME_STROKE}
          strokeDasharray={FRAME_DASH.join(' ')}
        />
      ))}
      {MARKS.map((mark) => (
        <Path key={mark.id} d={markPath(mark)} fill="#000" fillRule="evenodd" />
      ))}
    </G>
  );
}

/** A black square with its white cells cut out, as one path: separate squares would show hairlines between them. */
function markPath({ id, rect }: Mark): string {
  const holes = MARK_BITS[id].flatMap((row, y) =>
    row.flatMap((bit, x) => (bit === 1 ? [square(rect.x + (x + 1) * CELL, rect.y + (y + 1) * CELL, CELL)] : [])),
  );
  return [square(rect.x, rect.y, MARK_SIZE), ...holes].join('');
}

function square(x: number, y: number, side: number): string {
  return `M${x} ${y}h${side}v${side}h${-side}z`;
}
