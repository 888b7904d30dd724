import { describe, expect, it } from '@jest/globals';
import { PAPER_KINDS } from '@/lib/enterprise/rules/paper-kinds';
import { layOutPaper } from '@/lib/enterprise/rules/paper-layout';
import type { PaperModel } from '@/lib/enterprise/rules/paper-models';
import { measureWith } from '@/lib/paper/render/fonts';
import { CONTENT, FRAME, MARK_QUIET, MARKS, QR, QR_QUIET, SEAL_ZONE } from '@/lib/paper/rules/geometry';
import type { PrintedText, Sheet } from '@/lib/paper/rules/sheet';
import { LEADING } from '@/lib/paper/rules/sheet';
import { LONG_PEOPLE, paperContent, paperModel } from '../../../builders/issued-paper';
import { FONTS } from '../../receipt/support/fonts';

const measure = measureWith(FONTS);

/** What the printed lines really cover, in mm. */
function inkOf({ box, lines, size, face, align }: PrintedText) {
  const height = ((lines.length - 1) * LEADING + 1) * size;
  const natural = Math.max(...lines.map((line) => measure(line, face))) * size;
  const width = align === 'spread' ? box.width : natural;
  const x = align === 'end' ? box.x + box.width - width : align === 'center' ? box.x + (box.width - width) / 2 : box.x;
  return { x, y: box.y + (box.height - height) / 2, width, height };
}

type Ink = ReturnType<typeof inkOf>;
const areApart = (a: Ink, b: Ink, by = 0) =>
  a.x >= b.x + b.width + by || a.x + a.width <= b.x - by || a.y >= b.y + b.height + by || a.y + a.height <= b.y - by;

const longAgreement = { version: '2027-2', paragraphs: Array.from({ length: 30 }, () => '约定'.repeat(90)) };
const models: [string, PaperModel][] = [
  ...PAPER_KINDS.map((kind): [string, PaperModel] => [kind, paperModel(paperContent(kind))]),
  ...PAPER_KINDS.map((kind): [string, PaperModel] => [
    `${kind} full of long values`,
    paperModel(paperContent(kind, LONG_PEOPLE)),
  ]),
  ['an agreement of four pages', paperModel(paperContent('use-agreement'), { agreement: longAgreement })],
];

describe.each(models)('%s', (_, model) => {
  const sheets: readonly Sheet[] = layOutPaper(model, measure);
  const all = sheets.flatMap(({ texts }) => texts);

  it('prints every text inside its box', () => {
    for (const text of all) {
      const ink = inkOf(text);
      const { key, box } = text;
      expect({ key, fits: ink.width <= box.width + 1e-6 && ink.height <= box.height + 1e-6 }).toEqual({
        key,
        fits: true,
      });
    }
  });

  it('prints no text over another', () => {
    for (const { texts } of sheets) {
      const inks = texts.map((text) => ({ key: text.key, ink: inkOf(text) }));
      const over = inks.flatMap((one, index) =>
        inks.slice(index + 1).flatMap((other) => (areApart(one.ink, other.ink) ? [] : [`${one.key} ${other.key}`])),
      );
      expect(over).toEqual([]);
    }
  });

  it('keeps to its column and clear of the QR, the seal zone and the marks', () => {
    sheets.forEach(({ texts }, index) => {
      const zones = [
        { ...QR, by: QR_QUIET },
        ...MARKS.map(({ rect }) => ({ ...rect, by: MARK_QUIET })),
        ...(index === 0 ? [{ ...SEAL_ZONE, by: 0 }] : []),
      ];
      for (const text of texts) {
        const ink = inkOf(text);
        const isInside =
          ink.x >= CONTENT.x - 1e-6 &&
          ink.x + ink.width <= CONTENT.x + CONTENT.width + 1e-6 &&
          ink.y + ink.height < FRAME.y + FRAME.height;
        const isClear = zones.every(({ by, ...zone }) => areApart(ink, zone, by));
        expect({ key: text.key, isInside, isClear }).toEqual({ key: text.key, isInside: true, isClear: true });
      }
    });
  });

  it('says on every page which one it is, of how many, and number and version below the code', () => {
    sheets.forEach(({ texts }, index) => {
      const lineOf = (key: string) => texts.find((text) => text.key === key)?.lines.join('');
      expect(lineOf('pageNumber')).toBe(`第 ${index + 1} 页，共 ${sheets.length} 页`);
      expect(lineOf('pageCode')).toBe(`${model.number}-${model.version}`);
    });
  });
});

describe('how many pages', () => {
  it('one, whatever is typed; only an agreement that does not fit goes on behind what is stamped', () => {
    const pages = models.map(([name, model]) => [name, layOutPaper(model, measure).length] as const);
    expect(pages.filter(([, count]) => count !== 1)).toEqual([['an agreement of four pages', 4]]);
  });
});
