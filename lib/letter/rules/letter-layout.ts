import { CONTENT, PAPER, type Rect } from '@/lib/paper/rules/geometry';
import { FINE_PRINT, level, title } from '@/lib/paper/rules/page-parts';
import { setText, type FreeText, type Sheet, type Stroke } from '@/lib/paper/rules/sheet';
import type { Measure } from '@/lib/paper/rules/text-fit';
import { paginate } from './flow';
import { letterBody } from './letter-body';
import { LETTER_TITLES } from './letter-kinds';
import type { LetterModel } from './letter-model';

/** The QR of a letter, in mm: smaller than a form's, since it is never found in a photograph of a whole sheet. */
export const LETTER_QR: Rect = { x: 163, y: 14, width: 23, height: 23 };

const COLUMN = { firstTop: 53, top: 41, bottom: 268 };
const RIGHT = CONTENT.x + CONTENT.width;
const FOOT = 274;

/** Puts a letter on its pages: the head of the office on the first, a line with the number on those after it. */
export function layOutLetter(model: LetterModel, measure: Measure): readonly Sheet[] {
  const pages = paginate(letterBody(model, measure), COLUMN);
  return pages.map((placed, index) => {
    const number = { page: index + 1, pages: pages.length };
    const head = index === 0 ? firstHead(model) : nextHead(model);
    const free = [...head.texts, ...footTexts(model, number)];
    return {
      ...number,
      texts: [...free.map((text) => setText(text, measure)), ...placed.texts],
      strokes: [...head.strokes, level([CONTENT.x, RIGHT], FOOT, 0.2), ...placed.strokes],
    };
  });
}

type Head = { readonly texts: readonly FreeText[]; readonly strokes: readonly Stroke[] };

function firstHead(model: LetterModel): Head {
  const { content, office, number, caseNumber } = model;
  const words = LETTER_TITLES[content.kind];
  const width = 13 * words.length;
  const centre = (y: number, of: number, height: number): Rect => ({ x: (PAPER.width - of) / 2, y, width: of, height });
  const line = { y: 44.4, height: 6 };
  return {
    texts: [
      { key: 'officeHead', text: office.name, box: centre(15, 100, 8), size: 5, align: 'center', face: 'bold' },
      title(words, centre(25, width, 12), 8.4),
      { key: 'caseNumber', text: `受理编号 ${caseNumber}`, box: { x: CONTENT.x, ...line, width: 80 }, ...SMALL },
      {
        key: 'number',
        text: `文书编号 ${number}`,
        box: { x: CONTENT.x + 82, ...line, width: 80 },
        ...SMALL,
        align: 'end',
      },
    ],
    strokes: [level([CONTENT.x, RIGHT], 42.2, 0.6), level([CONTENT.x, RIGHT], 43.1, 0.25)],
  };
}

function nextHead({ content, number, caseNumber }: LetterModel): Head {
  const line = { y: 17, height: 6 };
  return {
    texts: [
      {
        key: 'number',
        text: `${LETTER_TITLES[content.kind]} ${number}（续页）`,
        box: { x: CONTENT.x, ...line, width: 76 },
        ...SMALL,
      },
      {
        key: 'caseNumber',
        text: `受理编号 ${caseNumber}`,
        box: { x: CONTENT.x + 78, ...line, width: 56 },
        ...SMALL,
        align: 'end',
      },
    ],
    strokes: [level([CONTENT.x, 158], 25, 0.25)],
  };
}

const SMALL = { role: 'value', size: 3.7, sizeMin: 2.4 } as const;

function footTexts({ office }: LetterModel, { page, pages }: { page: number; pages: number }): FreeText[] {
  const box = (line: number, x: number, width: number): Rect => ({ x, y: FOOT + 1.4 + line * 5, width, height: 5 });
  return [
    {
      key: 'contact',
      text: `咨询：${office.name}，${office.telephone}，${office.address}`,
      box: box(0, CONTENT.x, 130),
      size: FINE_PRINT,
    },
    { key: 'kept', text: '本文书由系统出具，以系统留存的版本为准。', box: box(1, CONTENT.x, 130), size: FINE_PRINT },
    {
      key: 'pageNumber',
      text: `第 ${page} 页，共 ${pages} 页`,
      box: box(0, RIGHT - 30, 30),
      size: FINE_PRINT,
      align: 'end',
    },
  ];
}
