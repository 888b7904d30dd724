import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { FindingCode } from '@/lib/capture/rules/findings';
import { judge } from '@/lib/capture/rules/judge';
import { MARKS } from '@/lib/paper/rules/geometry';
import { takePhotograph, type PhotographOptions } from '../../../builders/photograph/photograph';
import { randomFrom } from '../../../builders/photograph/random';
import { stamp, type PageRaster } from '../../../builders/photograph/seal';
import { anInspector } from '../support/inspector';
import { issuedPage, RECEIPT } from '../support/issued-page';

const { lookAt } = anInspector();
let page: PageRaster;

beforeAll(async () => {
  page = await issuedPage();
});

async function judged(options: Partial<PhotographOptions>, printed: PageRaster = page) {
  const photograph = await takePhotograph(printed, { seed: 77, ...options });
  const { inspection } = await lookAt(photograph.jpeg);
  return { photograph, inspection, ...judge(inspection, RECEIPT, inspection.code === null ? 'unread' : 'valid') };
}

const codesOf = ({ findings }: { findings: readonly { code: FindingCode }[] }) => findings.map(({ code }) => code);

describe('the seal', () => {
  // `npm run bench -- capture` takes many more of each kind; here stands one of every sort.
  it.each(['grey', 'elsewhere'] as const)('is absent when it is %s, and a person has to look', async (seal) => {
    const result = await judged({ seal, warmth: 1.1 });
    expect(result.inspection.page?.seal.verdict).toBe('ABSENT');
    expect(result.verdict).toBe('DOUBTFUL');
    expect(codesOf(result)).toContain('seal-absent');
  });

  it.each(['faint', 'square'] as const)('is doubtful when it is %s', async (seal) => {
    const result = await judged({ seal });
    expect(result.inspection.page?.seal.verdict).toBe('DOUBTFUL');
    expect(result.verdict).toBe('DOUBTFUL');
  });

  it('is doubtful when half of it stands outside its zone', async () => {
    const result = await judged({ sealAt: { x: 112, y: 226 } });
    expect(result.inspection.page?.seal.verdict).toBe('DOUBTFUL');
  });

  it('is seen in a dim and yellow light too', async () => {
    const result = await judged({ paperWhite: 125, warmth: 1.22, shadow: 0.4 });
    expect(result.inspection.page?.seal.verdict).toBe('PRESENT');
  });
});

describe('a sheet that is not whole in the picture', () => {
  /** Turned by 25° every corner of the sheet points to another side of the picture: there it is cut off. In mm. */
  const TURN = 25;
  const pointedAt = { 'top-left': [0, 34], 'top-right': [-66, 0], 'bottom-right': [0, -44], 'bottom-left': [70, 0] };

  it.each([MARKS[0], MARKS[2]])('names the $corner corner, and only it, when it is cut off', async ({ corner }) => {
    const [right = 0, down = 0] = pointedAt[corner];
    const [cos, sin] = [Math.cos((TURN * Math.PI) / 180), Math.sin((TURN * Math.PI) / 180)];
    const { photograph, findings, verdict } = await judged({
      width: 1400,
      height: 1400,
      turnDegrees: TURN,
      fill: 0.95,
      tiltDegrees: 4,
      aside: { x: right * cos + down * sin, y: down * cos - right * sin },
    });
    const cut = MARKS.filter(({ center }) => {
      const place = photograph.appears(center);
      return place.x < 0 || place.y < 0 || place.x > photograph.width || place.y > photograph.height;
    });
    expect(cut.map((mark) => mark.corner)).toEqual([corner]);
    expect(verdict).toBe('REFUSED');
    expect(findings).toContainEqual({ code: 'corner-outside', severity: 'refuse', corners: [corner] });
  });

  it('says that a corner is covered when it is in the picture and cannot be seen', async () => {
    const { findings, verdict } = await judged({}, withoutMark(page, 2));
    expect(verdict).toBe('REFUSED');
    expect(findings).toContainEqual({ code: 'corner-hidden', severity: 'refuse', corners: ['bottom-right'] });
  });
});

/** A thumb lies on the mark. */
function withoutMark(printed: PageRaster, id: 0 | 1 | 2 | 3): PageRaster {
  const { x, y, width } = MARKS[id].rect;
  const scale = printed.width / 210;
  const rgba = new Uint8ClampedArray(printed.rgba);
  for (let row = Math.floor((y - 2) * scale); row < (y + width + 2) * scale; row += 1) {
    for (let column = Math.floor((x - 2) * scale); column < (x + width + 2) * scale; column += 1) {
      rgba.set([214, 168, 150], (row * printed.width + column) * 4);
    }
  }
  return { ...printed, rgba };
}

describe('a picture that is not good enough', () => {
  const cases: { name: string; options: Partial<PhotographOptions>; code: FindingCode }[] = [
    { name: 'dark', options: { paperWhite: 58, noise: 6 }, code: 'too-dark' },
    { name: 'taken from far off', options: { fill: 0.5 }, code: 'too-far' },
    { name: 'blurred', options: { blur: 3.2 }, code: 'blurred' },
    { name: 'blurred beyond all marks', options: { blur: 7 }, code: 'blurred' },
  ];

  it.each(cases)('is refused with the reason when it is $name', async ({ options, code }) => {
    const { findings, verdict } = await judged(options);
    expect(verdict).toBe('REFUSED');
    expect(findings).toContainEqual({ code, severity: 'refuse' });
  });

  it('goes to a person when the phone was held very aslant', async () => {
    const result = await judged({ tiltDegrees: 47, width: 1536, height: 2048 });
    expect(result.verdict).toBe('DOUBTFUL');
    expect(codesOf(result)).toContain('tilted');
  });
});

describe('a picture of something else', () => {
  it.each(['clutter'] as const)('holds no receipt: a desk, %s', async (desk) => {
    const { verdict, findings } = await judged({ subject: 'nothing', desk });
    expect(verdict).toBe('REFUSED');
    expect(findings[0]?.code).toBe('page-not-found');
  });

  it('holds no receipt: a page without our marks', async () => {
    const unmarked = ([0, 1, 2, 3] as const).reduce(withoutMark, page);
    const { verdict, findings } = await judged({}, unmarked);
    expect(verdict).toBe('REFUSED');
    expect(findings[0]?.code).toBe('page-not-found');
  });
});

it('a picture made from the file instead of the paper goes to a person', async () => {
  const stamped = stamp(page, { kind: 'red', at: { x: 151, y: 226 }, owner: RECEIPT.payee }, randomFrom(5));
  const file = await sharp(Buffer.from(stamped.rgba), { raw: { width: page.width, height: page.height, channels: 4 } })
    .resize({ width: 1080 })
    .jpeg({ quality: 90 })
    .toBuffer();
  const { inspection } = await lookAt(file);
  const result = judge(inspection, RECEIPT, 'valid');
  expect(result.verdict).toBe('DOUBTFUL');
  expect(codesOf(result)).toContain('looks-like-screenshot');
});
