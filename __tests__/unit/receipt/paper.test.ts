import { beforeAll, describe, expect, it, jest } from '@jest/globals';

import { rasterisePdf } from '@/lib/files/reading/rasterise-pdf';
import type { RenderedReceipt } from '@/lib/ports/receipt-renderer';
import type { Rect } from '@/lib/paper/rules/geometry';
import { MARK_QUIET, MARKS, PAPER, QR, QR_QUIET, SEAL_ZONE } from '@/lib/paper/rules/geometry';

import { aReceiptModel, someTalents } from '../../builders/receipt-model';
import { findMarks } from './support/aruco';
import { aReceiptWithLongNames } from './support/long-names';
import { readQrCodes } from './support/qr-reader';
import { rendered } from './support/rendered';
import type { Scan } from './support/scan';
import { colouredPixels, isBlank, scanOf } from './support/scan';

jest.setTimeout(120_000);

const DPI = 200;

/** Half a pixel at 200 dpi is 0.06 mm: smoothing may reach that far. */
const EDGE = 0.15;

/** The four strips around a rectangle, `by` mm wide. */
function strips({ x, y, width, height }: Rect, by: number): Rect[] {
  const [inner, outer] = [EDGE, by - EDGE];
  const across = { x: x - outer, width: width + 2 * outer, height: outer - inner };
  const upright = { y: y - outer, width: outer - inner, height: height + 2 * outer };
  return [
    { ...across, y: y - outer },
    { ...across, y: y + height + inner },
    { ...upright, x: x - outer },
    { ...upright, x: x + width + inner },
  ];
}

describe.each([
  ['of the demo', aReceiptModel()],
  ['for one talent', aReceiptModel({ lines: someTalents(1) })],
  ['for thirty talents', aReceiptModel({ lines: someTalents(30) })],
  ['with very long names', aReceiptWithLongNames()],
])('the sheets of a receipt %s', (_, model) => {
  let receipt: RenderedReceipt;
  let scans: Scan[];

  beforeAll(async () => {
    receipt = await rendered(model);
    scans = [];
    for (let page = 1; page <= receipt.pages; page += 1) scans.push(scanOf(await rasterisePdf(receipt.pdf, page, DPI)));
  });

  it('carry a QR that a reader reads as the code of that page', async () => {
    const read = await Promise.all(
      scans.map(({ rgba, width, height }) => readQrCodes({ data: rgba, width, height } as ImageData)),
    );
    expect(read).toEqual(receipt.codes.map((code) => [code]));
  });

  it('carry the four marks, the right way up and where the geometry says', () => {
    for (const { rgba, width, height, pixelsPerMm } of scans) {
      const found = findMarks({ width, height, data: rgba });
      expect(found.map(({ id }) => id).sort()).toEqual([0, 1, 2, 3]);
      for (const { id, corners } of found) {
        const { x = 0, y = 0 } = MARKS[id]?.rect ?? {};
        expect(Math.hypot((corners[0]?.x ?? 0) / pixelsPerMm - x, (corners[0]?.y ?? 0) / pixelsPerMm - y)).toBeLessThan(
          0.4,
        );
      }
    }
  });

  it('have nothing within 2 mm of a mark, and nothing within 4 modules of the QR', () => {
    for (const scan of scans) {
      const quiet = [...MARKS.flatMap(({ rect }) => strips(rect, MARK_QUIET)), ...strips(QR, QR_QUIET)];
      expect(quiet.filter((strip) => !isBlank(scan, strip))).toEqual([]);
    }
  });

  it('have an empty seal zone and no ink near the edges of the paper', () => {
    const { x, y, width, height } = SEAL_ZONE;
    const inside = { x: x + 7, y: y + 0.5, width: width - 14, height: height - 1 };
    const middle = { x: x + 0.5, y: y + 7, width: width - 1, height: height - 14 };
    expect([inside, middle].filter((zone) => scans[0] && !isBlank(scans[0], zone))).toEqual([]);
    for (const scan of scans) {
      expect(isBlank(scan, { x: 0, y: 0, width: PAPER.width, height: 11.5 })).toBe(true);
      expect(isBlank(scan, { x: 0, y: 279.5, width: PAPER.width, height: 17 })).toBe(true);
    }
  });

  it('are printed in black alone', () => {
    expect(scans.map(colouredPixels)).toEqual(scans.map(() => 0));
  });

  it('have no value that touches the lines of its cell', () => {
    for (const { page, key, box } of receipt.valueCells.filter(({ key }) =>
      /^(line-|account|contact|total|uscc)/.test(key),
    )) {
      const scan = scans[page - 1];
      const rims = [
        { ...box, y: box.y + 0.35, height: 0.25 },
        { ...box, y: box.y + box.height - 0.6, height: 0.25 },
        { ...box, x: box.x - 1.2, width: 0.9, y: box.y + 0.4, height: box.height - 0.8 },
        { ...box, x: box.x + box.width + 0.3, width: 0.9, y: box.y + 0.4, height: box.height - 0.8 },
      ];
      expect({ key, touched: rims.filter((rim) => scan && !isBlank(scan, rim)) }).toEqual({ key, touched: [] });
    }
  });
});
