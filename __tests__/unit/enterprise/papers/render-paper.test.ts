import { describe, expect, it, jest } from '@jest/globals';
import { renderPaper } from '@/lib/enterprise/render/render-paper';
import { isPaperTag } from '@/lib/enterprise/render/paper-tag';
import { parsePaperCode } from '@/lib/enterprise/rules/paper-code';
import { PAPER_KINDS, PAPER_TITLES } from '@/lib/enterprise/rules/paper-kinds';
import type { PaperModel } from '@/lib/enterprise/rules/paper-models';
import { formatDay, parseShanghaiDay } from '@/lib/kernel/shanghai-day';
import { rasterisePdf } from '@/lib/files/reading/rasterise-pdf';
import { ADMINISTRATOR, LONG_PEOPLE, PARTY, paperContent, paperModel } from '../../../builders/issued-paper';
import { SETTINGS } from '../../receipt/support/fonts';
import { printedText } from '../../receipt/support/printed-text';
import { readQrCodes } from '../../receipt/support/qr-reader';

jest.setTimeout(120_000);

async function rendered(model: PaperModel) {
  const result = await renderPaper(model, SETTINGS);
  if (!result.ok) throw new Error(`not printable: ${result.refusal.characters.join('')}`);
  return result.value;
}

/** Every value of a model as it is to be read on paper. */
function valuesOf(value: unknown): string[] {
  if (typeof value === 'string') {
    const day = parseShanghaiDay(value);
    return [day.ok ? formatDay(day.value) : value];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'kind' ? [] : valuesOf(part)));
}

const squeezed = (text: string) => text.replace(/\s/g, '');
const peoples = [
  ['usual values', { enterprise: PARTY, administrator: ADMINISTRATOR }],
  ['long values and rare characters', LONG_PEOPLE],
] as const;

describe.each(PAPER_KINDS)('%s as a PDF', (kind) => {
  it.each(peoples)('holds its title and every value as text, with %s', async (_, people) => {
    const model = paperModel(paperContent(kind, people));
    const { pdf } = await rendered(model);
    const text = squeezed((await printedText(pdf)).flat().join(''));
    const wanted = [PAPER_TITLES[kind], model.number, ...valuesOf(model.content)].map(squeezed);
    expect(wanted.filter((value) => !text.includes(value))).toEqual([]);
  });

  it('carries a QR that names kind, number, version and page, with a tag that this content alone has', async () => {
    const model = paperModel(paperContent(kind));
    const { pdf, codes, contentSha256 } = await rendered(model);
    const { rgba, width, height } = await rasterisePdf(pdf, 1, 200);
    const read = await readQrCodes({ data: rgba, width, height } as ImageData);
    expect(read).toEqual([codes[0]]);
    const code = parsePaperCode(read[0] ?? '');
    if (!code.ok) throw new Error('not a code');
    const { tag, ...named } = code.value;
    expect(named).toEqual({ number: model.number, version: 2, kind, page: 1 });
    expect(isPaperTag(tag, SETTINGS.secret, { ...named, contentSha256 })).toBe(true);
    const other = await rendered(
      paperModel(paperContent(kind, { enterprise: { ...PARTY, name: '苏州示例甲有限公司' } })),
    );
    expect(isPaperTag(tag, SETTINGS.secret, { ...named, contentSha256: other.contentSha256 })).toBe(false);
    for (const another of PAPER_KINDS.filter((one) => one !== kind)) {
      expect(isPaperTag(tag, SETTINGS.secret, { ...named, kind: another, contentSha256 })).toBe(false);
    }
  });
});

describe('a paper', () => {
  it('has the same bytes whenever it is rendered', async () => {
    const model = paperModel(paperContent('use-agreement'));
    expect((await rendered(model)).sha256).toBe((await rendered(model)).sha256);
  });

  it('is refused by name when no font has a character of it', async () => {
    const enterprise = { ...PARTY, name: '苏州𠮷示例有限公司' };
    expect(await renderPaper(paperModel(paperContent('administrator-filing', { enterprise })), SETTINGS)).toEqual({
      ok: false,
      refusal: { code: 'characters-not-covered', characters: ['𠮷'] },
    });
  });
});
