import { G, Line, Text } from '@react-pdf/renderer';

import type { Sheet } from '../rules/sheet';
import { runsOf } from '../rules/sheet';

/**
 * The texts and lines of a sheet, in black. Font families are registered under the names of the
 * typefaces; `families` are asked for what a typeface lacks.
 */
export function PrintedLines({ sheet, families }: { readonly sheet: Sheet; readonly families: readonly string[] }) {
  return (
    <G>
      {sheet.strokes.map(({ from, to, width }, index) => (
        <Line key={index} x1={from.x} y1={from.y} x2={to.x} y2={to.y} stroke="#000" strokeWidth={width} />
      ))}
      {sheet.texts.flatMap((printed) =>
        runsOf(printed).map(({ text, x, y, anchor }, index) => (
          <Text
            key={`${printed.key}-${index}`}
            x={x}
            y={y}
            textAnchor={anchor}
            fill="#000"
            style={{
              fontFamily: families.length > 0 ? [printed.face, ...families] : printed.face,
              fontSize: printed.size,
            }}
          >
            {text}
          </Text>
        )),
      )}
    </G>
  );
}
