import { describe, expect, it, jest } from '@jest/globals';
import { formatYuan } from '@/lib/kernel/fen';
import { formatDay, parseShanghaiDay } from '@/lib/kernel/shanghai-day';
import { rasterisePdf } from '@/lib/files/reading/rasterise-pdf';
import { isLetterTag, renderLetter } from '@/lib/letter/render/render-letter';
import { parseLetterCode } from '@/lib/letter/rules/letter-code';
import { LETTER_KINDS, LETTER_TITLES } from '@/lib/letter/rules/letter-kinds';
import type { LetterModel } from '@/lib/letter/rules/letter-model';
import { aLetter } from '../../builders/letter';
import { SETTINGS } from '../receipt/support/fonts';
import { printedText } from '../receipt/support/printed-text';
import { readQrCodes } from '../receipt/support/qr-reader';

jest.setTimeout(120_000);

async function rendered(model: LetterModel) {
  const result = await renderLetter(model, SETTINGS);
  if (!result.ok) throw new Error(`not printable: ${result.refusal.characters.join('')}`);
  return result.value;
}

/** Every value of a letter as it is to be read on paper. */
function valuesOf(value: unknown, key = ''): string[] {
  if (typeof value === 'number') return [/Fen$|^fen$/.test(key) ? formatYuan(value) : String(value)];
  if (typeof value === 'string') {
    const day = parseShanghaiDay(value);
    return [day.ok && day.value === value ? formatDay(day.value) : value];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => (name === 'kind' ? [] : valuesOf(part, name)));
}

const squeezed = (text: string) => text.replace(/\s/g, '');

describe.each(LETTER_KINDS)('%s as a PDF', (kind) => {
  it.each([
    ['two talents', { talents: 2 }, 1],
    ['fifty talents and a long name, its tables going on', { talents: 50, isLong: true }, 2],
  ] as const)('gives back every value as text, with %s', async (_, plan, pagesMin) => {
    const model = aLetter(kind, plan);
    const { pdf, codes } = await rendered(model);
    const pages = await printedText(pdf);
    expect(pages.length).toBe(codes.length);
    expect(pages.length).toBeGreaterThanOrEqual(pagesMin);
    if (plan.talents === 2) expect(pages).toHaveLength(1);
    const text = squeezed(pages.flat().join(''));
    const wanted = [LETTER_TITLES[kind], ...valuesOf(model)].map(squeezed);
    expect(wanted.filter((value) => !text.includes(value))).toEqual([]);
    for (const page of pages.slice(1, -1)) expect(page.join('')).toMatch(/序号|材料文件|项目金额/);
  });
});

it('the QR of each page says number and page, with a tag that these words alone have', async () => {
  const model = aLetter('receipt', { talents: 50 });
  const { pdf, codes, contentSha256 } = await rendered(model);
  const { rgba, width, height } = await rasterisePdf(pdf, 2, 200);
  const [read] = await readQrCodes({ data: rgba, width, height } as ImageData);
  expect(read).toBe(codes[1]);
  const code = parseLetterCode(read ?? '');
  expect(code).toMatchObject({ number: model.number, page: 2 });
  const page = { number: model.number, page: 2 };
  expect(isLetterTag(code?.tag ?? '', SETTINGS.secret, { ...page, contentSha256 })).toBe(true);
  const other = await rendered({ ...model, submission: 2 });
  expect(isLetterTag(code?.tag ?? '', SETTINGS.secret, { ...page, contentSha256: other.contentSha256 })).toBe(false);
});

it('the same words give the same bytes, so that a run that was cut off draws what the first one drew', async () => {
  const model = aLetter('result');
  expect((await rendered(model)).sha256).toBe((await rendered(model)).sha256);
});
