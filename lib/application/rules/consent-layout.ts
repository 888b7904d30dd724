import { CONTENT } from '@/lib/paper/rules/geometry';
import { breakLines } from '@/lib/paper/rules/line-breaking';
import { level, title } from '@/lib/paper/rules/page-parts';
import { setText, type FreeText, type Sheet, type Stroke } from '@/lib/paper/rules/sheet';
import type { Measure } from '@/lib/paper/rules/text-fit';
import { CONSENT_SIGNATURE, consentOpening, consentPoints, type Consents } from './consent-model';

const [SIZE, LEADING, GAP] = [4.6, 8.4, 3];
const TOP = 66;
const INDENT = '　　';
const SIGN = { x: 100, width: 86, leading: 15 };

/** A page of its own for each person, since each keeps and signs but one. */
export function layOutConsents(consents: Consents, measure: Measure): readonly Sheet[] {
  return consents.people.map((person, index) => {
    const paragraphs = [
      consentOpening(consents, person),
      '现就个人信息处理和公示授权如下：',
      ...consentPoints(consents).map((point, at) => `${at + 1}．${point}`),
    ];
    const body = bodyTexts(paragraphs, measure);
    const sign = signature(body.bottom + 18);
    const texts = [heading(consents.title), ...body.texts, ...sign.texts];
    return {
      ...{ page: index + 1, pages: consents.people.length, strokes: sign.strokes },
      texts: texts.map((text) => setText(text, measure)),
    };
  });
}

const heading = (words: string): FreeText =>
  title(words, { x: CONTENT.x, y: 36, width: CONTENT.width, height: 14 }, 7.4);

function bodyTexts(paragraphs: readonly string[], measure: Measure): { texts: FreeText[]; bottom: number } {
  let y = TOP;
  const texts = paragraphs.flatMap((paragraph, at) => {
    const lines = breakLines(`${INDENT}${paragraph}`, CONTENT.width / SIZE, (part) => measure(part, 'regular'));
    const set = lines.map((text, line): FreeText => {
      const box = { x: CONTENT.x, y: y + line * LEADING, width: CONTENT.width, height: LEADING };
      return { key: `line-${at}-${line}`, text, box, size: SIZE, sizeMin: SIZE - 0.4 };
    });
    y += lines.length * LEADING + GAP;
    return set;
  });
  return { texts, bottom: y };
}

function signature(top: number): { texts: FreeText[]; strokes: Stroke[] } {
  const { x, width, leading } = SIGN;
  return {
    texts: CONSENT_SIGNATURE.map((text, at) => ({
      ...{ key: `sign-${at}`, text, box: { x, y: top + at * leading, width, height: 8 }, size: SIZE },
    })),
    // The day has its blanks in its own words.
    strokes: [0, 1].map((at) => level([x + 30, x + width], top + at * leading + 8, 0.2)),
  };
}
