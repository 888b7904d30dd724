import { formatDay } from '@/lib/kernel/shanghai-day';
import type { Rect } from '@/lib/paper/rules/geometry';
import { CONTENT, PAGE_CODE_TEXT, PAPER, SEAL_ZONE } from '@/lib/paper/rules/geometry';
import type { PageNumber, PageTexts } from '@/lib/paper/rules/page-parts';
import {
  CAPTION,
  FINE_PRINT,
  FIRST_FOOT,
  level,
  noteBox,
  notes,
  sealCorners,
  title,
  titleStrokes,
} from '@/lib/paper/rules/page-parts';
import type { FreeText } from '@/lib/paper/rules/sheet';
import type { Measure } from '@/lib/paper/rules/text-fit';
import { PAPER_TITLES } from './paper-kinds';
import type { PaperModel } from './paper-models';
import { ANNEX_NOTES, PAPER_NOTES, PAPER_WORDS } from './paper-words';

/** Where the fine print at the foot of a page without a seal begins, in mm. */
export const ANNEX_FOOT = 263.5;

const LEFT = CONTENT.x;
const RIGHT = CONTENT.x + CONTENT.width;
const TITLE_TOP = 14.6;
const VALUE_LEFT = 51;
const NUMBER_SIZE = 4.5;

/** Title, number, version, date and the enterprise: all that stands above the table. */
export function firstHead(model: PaperModel, measure: Measure): PageTexts {
  const { kind } = model.content;
  const { size, width } = PAPER_WORDS[kind].title;
  return headOf(model, measure, title(PAPER_TITLES[kind], centred(width), size), width);
}

export function annexHead(model: PaperModel, measure: Measure): PageTexts {
  const { kind } = model.content;
  const text = `${PAPER_TITLES[kind]}续页`;
  return headOf(model, measure, title(text, centred(86), 6), 86);
}

const centred = (width: number): Rect => ({ x: (PAPER.width - width) / 2, y: TITLE_TOP, width, height: 12 });

function headOf(model: PaperModel, measure: Measure, heading: FreeText, width: number): PageTexts {
  const { x } = centred(width);
  const { content, agreement } = model;
  const label = (y: number): Rect => ({ x: LEFT, y, width: 24, height: 7.6 });
  const value = (y: number): Rect => ({ x: VALUE_LEFT, y, width: 95, height: 7.6 });
  const [first, second, third] = [33.5, 41.1, 49.6];
  const afterNumber = VALUE_LEFT + measure(model.number, 'bold') * NUMBER_SIZE + 4;
  const type = { role: 'value', size: NUMBER_SIZE } as const;
  const small = { size: 3.8 } as const;
  const day = formatDay(model.issuedOn);
  const party: FreeText[] = agreement
    ? [
        { key: 'agreementLabel', text: '协议文本', box: label(third), ...small },
        { key: 'agreement.version', text: `${agreement.version} 版`, box: value(third), ...type },
      ]
    : [
        { key: 'partyLabel', text: '单位名称', box: { ...label(third), height: 11 }, ...small },
        {
          key: 'enterprise.name',
          text: content.enterprise.name,
          box: { ...value(third), height: 12 },
          role: 'value',
          size: 4.9,
          sizeMin: 4.4,
          linesMax: 2,
          face: 'bold',
        },
      ];
  return {
    texts: [
      heading,
      { key: 'numberLabel', text: '文件编号', box: label(first), ...small },
      { key: 'number', text: model.number, box: value(first), ...type, face: 'bold' },
      { key: 'version', text: `第 ${model.version} 版`, box: { ...value(first), x: afterNumber, width: 24 }, ...type },
      { key: 'issuedOnLabel', text: '打印日期', box: label(second), ...small },
      { key: 'issuedOn', text: day, box: value(second), ...type },
      ...party,
    ],
    strokes: titleStrokes([x - 6, Math.min(x + width + 6, 148)]),
  };
}

/** Lines to sign, the corners of the seal zone and what to do next. */
export function firstFoot({ content }: PaperModel): PageTexts {
  const { seal, signatures } = PAPER_WORDS[content.kind];
  const { x, y, width } = SEAL_ZONE;
  const lowest = 254;
  const places = signatures.map((text, index) => ({ text, y: lowest - (signatures.length - 1 - index) * 18 }));
  return {
    texts: [
      { key: 'sealLabel', text: seal, box: { x, y: y - 6.4, width, height: 6 }, face: 'bold', size: 4.4 },
      ...places.map(({ text, y: line }, index) => ({
        key: `signature-${index + 1}`,
        text,
        box: { x: LEFT, y: line - 6, width: 22, height: 6 },
        size: 4.2,
        align: 'spread' as const,
      })),
      ...notes(PAPER_NOTES, FIRST_FOOT),
    ],
    strokes: [
      ...places.map(({ y: line }) => level([50, 106], line, 0.25)),
      ...sealCorners(),
      level([LEFT, RIGHT], FIRST_FOOT, 0.2),
    ],
  };
}

export function annexFoot(): PageTexts {
  return { texts: notes(ANNEX_NOTES, ANNEX_FOOT), strokes: [level([LEFT, RIGHT], ANNEX_FOOT, 0.2)] };
}

/** What stands on every page: number and version below the QR, and which page it is. */
export function pageLabels(model: PaperModel, { page, pages }: PageNumber): FreeText[] {
  const top = page === 1 ? FIRST_FOOT : ANNEX_FOOT;
  const last = page === 1 ? PAPER_NOTES.length - 1 : 1;
  const box = (line: number): Rect => ({ ...noteBox(top, line), x: RIGHT - 30, width: 30 });
  return [
    { key: 'pageCode', text: `${model.number}-${model.version}`, box: PAGE_CODE_TEXT, ...CAPTION },
    { key: 'pageNumber', text: `第 ${page} 页，共 ${pages} 页`, box: box(0), size: FINE_PRINT, align: 'end' },
    { key: 'scale', text: 'A4 原样打印', box: box(last), size: FINE_PRINT, align: 'end' },
  ];
}
