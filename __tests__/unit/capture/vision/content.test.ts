import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { judge } from '@/lib/capture/rules/judge';
import type { ContentReading } from '@/lib/capture/rules/inspection';
import { QR, QR_QUIET } from '@/lib/paper/rules/geometry';
import { takePhotograph, type PhotographOptions } from '../../../builders/photograph/photograph';
import type { PageRaster } from '../../../builders/photograph/seal';
import { aReceiptModel } from '../../../builders/receipt-model';
import { anInspector } from '../support/inspector';
import { issuedPage, RECEIPT } from '../support/issued-page';

const { lookAt, compare } = anInspector();
let issued: Awaited<ReturnType<typeof issuedPage>>;
let changed: PageRaster;
let other: PageRaster;

beforeAll(async () => {
  issued = await issuedPage();
  const { account } = RECEIPT;
  // A 6 that became an 8: of all pairs of digits these two are the most alike.
  const number = account.number.replace('6', '8');
  expect(number).not.toBe(account.number);
  const altered = await issuedPage({ ...RECEIPT, account: { ...account, number } });
  changed = withCodeOf(issued, altered);
  other = withCodeOf(issued, await issuedPage(aReceiptModel({ payee: '苏州另一家示例科技有限公司' })));
});

/** The code of one page over that of another. */
function withCodeOf(from: PageRaster, onto: PageRaster): PageRaster {
  const rgba = new Uint8ClampedArray(onto.rgba);
  const scale = onto.width / 210;
  const side = Math.ceil((QR.width + 2 * QR_QUIET) * scale);
  const [left, top] = [Math.floor((QR.x - QR_QUIET) * scale), Math.floor((QR.y - QR_QUIET) * scale)];
  for (let row = top; row < top + side; row += 1) {
    const at = (row * onto.width + left) * 4;
    rgba.set(from.rgba.subarray(at, at + side * 4), at);
  }
  return { ...onto, rgba };
}

async function judged(page: PageRaster, options: Partial<PhotographOptions>) {
  const { inspection, flat } = await lookAt((await takePhotograph(page, { seed: 7, ...options })).jpeg);
  if (!flat) throw new Error('the sheet was not found');
  const content = await compare(flat, issued.pdf);
  return { content, ...judge({ ...inspection, content }, RECEIPT, 'valid') };
}

const codes = ({ findings }: Awaited<ReturnType<typeof judged>>) => findings.map(({ code }) => code);
const CURLED = { shape: 'arch', along: 'length', riseMm: 9 } as const;

describe('what the photographed page says', () => {
  it.each([
    ['flat', {}],
    ['grainy', { noise: 8 }],
    ['held far aslant and sharp', { width: 1500, height: 2000, tiltDegrees: 23, leanDegrees: 65, blur: 0.4 }],
    ['curled by 9 mm and seen aslant', { bend: CURLED, tiltDegrees: 18, leanDegrees: 80 }],
  ])('is found to be what was issued: %s', async (_, options) => {
    const result = await judged(issued, options);
    expect(result.content.places).toEqual([]);
    expect([result.verdict, codes(result).includes('content-same')]).toEqual(['CLEAN', true]);
  });

  it.each([
    ['curled', { bend: CURLED, tiltDegrees: 15 }],
    ['grainy and soft', { noise: 8, blur: 1.3 }],
  ])('is found to differ where one digit of the account was changed, and only there, though %s', async (_, options) => {
    const { verdict, content } = await judged(changed, options);
    expect([verdict, content.places.length]).toEqual(['DOUBTFUL', 1]);
    const [place] = content.places;
    expect((place?.width ?? 0) * (place?.height ?? 0)).toBeLessThan(80);
  });

  it('is found to differ where the code was glued onto another receipt', async () => {
    const result = await judged(other, {});
    expect(result.content.places.length).toBeGreaterThan(0);
    expect(codes(result)).toContain('content-differs');
    expect(result.verdict).not.toBe('CLEAN');
  });

  it('is not judged where most of it cannot be seen: that is said instead', async () => {
    const { width, height } = issued;
    const { data } = await sharp({ create: { width, height, channels: 4, background: '#ffffff' } })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const blank: ContentReading = await compare(
      await jpegOf({ width, height, rgba: new Uint8ClampedArray(data) }),
      issued.pdf,
    );
    const { inspection } = await lookAt((await takePhotograph(issued, { seed: 7 })).jpeg);
    const { findings, verdict } = judge({ ...inspection, content: blank }, RECEIPT, 'valid');
    expect(verdict).toBe('REFUSED');
    expect(findings[0]?.code).toBe('content-unreadable');
    expect(Number.isFinite(blank.lowest)).toBe(true);
  });
});

function jpegOf({ width, height, rgba }: PageRaster): Promise<Uint8Array> {
  return sharp(Buffer.from(rgba), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg()
    .toBuffer();
}
