import { CONTENT, PAPER } from '@/lib/paper/rules/geometry';
import { FINE_PRINT, level, title } from '@/lib/paper/rules/page-parts';
import { setText, type FreeText, type Sheet } from '@/lib/paper/rules/sheet';
import type { Measure } from '@/lib/paper/rules/text-fit';
import { paginate } from './flow';
import type { ListModel } from './list-model';
import { facts, table } from './pieces';

const COLUMN = { firstTop: 47, top: 41, bottom: 268 };
const RIGHT = CONTENT.x + CONTENT.width;
const FOOT = 274;
const SMALL = { role: 'value', size: 3.7, sizeMin: 2.4 } as const;

/** Puts a list on its pages: the title on the first, its number on those after it, the head of the table on each. */
export function layOutList(model: ListModel, measure: Measure): readonly Sheet[] {
  const first = model.facts[0] ? facts('fact', [...model.facts], measure) : [];
  const pages = paginate([...first, ...table('row', model.columns, model.rows, measure)], COLUMN);
  return pages.map((placed, index) => {
    const number = { page: index + 1, pages: pages.length };
    const free = [...(index === 0 ? firstHead(model) : nextHead(model)), ...footTexts(model, number)];
    return {
      ...number,
      texts: [...free.map((text) => setText(text, measure)), ...placed.texts],
      strokes: [level([CONTENT.x, RIGHT], FOOT, 0.2), ...placed.strokes],
    };
  });
}

function firstHead({ title: words, number, office }: ListModel): FreeText[] {
  const width = 12 * words.length;
  const centre = (of: number) => ({ x: (PAPER.width - of) / 2, width: of });
  return [
    {
      ...{ key: 'office', text: office, box: { ...centre(100), y: 15, height: 8 } },
      ...{ size: 4.6, align: 'center', face: 'bold', role: 'value' },
    },
    title(words, { ...centre(width), y: 24, height: 11 }, 7.6),
    { key: 'number', text: number, box: { ...centre(80), y: 36.5, height: 6 }, ...SMALL, align: 'center' },
  ];
}

function nextHead({ title: words, number }: ListModel): FreeText[] {
  const box = { x: CONTENT.x, y: 17, width: 120, height: 6 };
  return [{ key: 'number', text: `${words} ${number}（续页）`, box, ...SMALL }];
}

function footTexts({ foot }: ListModel, { page, pages }: { page: number; pages: number }): FreeText[] {
  const box = (x: number, width: number) => ({ x, y: FOOT + 1.4, width, height: 5 });
  return [
    { key: 'foot', text: foot, box: box(CONTENT.x, 130), size: FINE_PRINT, role: 'value' },
    {
      ...{ key: 'pageNumber', text: `第 ${page} 页，共 ${pages} 页`, box: box(RIGHT - 30, 30) },
      ...{ size: FINE_PRINT, align: 'end' },
    },
  ];
}
