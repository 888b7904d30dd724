import sharp from 'sharp';
import type { FindingCode } from '@/lib/capture/rules/findings';
import { MARKS } from '@/lib/paper/rules/geometry';
import type { PhotographOptions } from '../../__tests__/builders/photograph/photograph';
import { randomFrom, type Random } from '../../__tests__/builders/photograph/random';
import { stamp, type PageRaster } from '../../__tests__/builders/photograph/seal';
import { filled, withCodeOf, type Papers } from './papers';

/** One picture to be taken: of which paper and how; or a picture that no camera took. */
export type Shot = {
  readonly page: PageRaster;
  readonly options?: Partial<PhotographOptions>;
  /** How much smaller the printer printed, about the middle of the sheet. */
  readonly printedAt?: number;
  readonly file?: () => Promise<Uint8Array>;
};

export type Family = {
  readonly name: string;
  /** accept: is to be CLEAN. reject: must not be, and one of `reasons` is to be said. */
  readonly kind: 'accept' | 'reject';
  readonly reasons?: readonly FindingCode[];
  /** How often it is drawn, beside the others. */
  readonly weight?: number;
  readonly shoot: (papers: Papers, random: Random) => Shot;
};

const SEAL_AT = { x: 151, y: 226 };

/** What any careful person's pictures differ in. */
export function careful(random: Random): Partial<PhotographOptions> {
  return {
    seed: Math.floor(random.next() * 2 ** 31),
    ...random.pick([
      { width: 1080, height: 1920 },
      { width: 1440, height: 1920 },
      { width: 1500, height: 2000 },
    ]),
    tiltDegrees: random.between(0, 12),
    leanDegrees: random.between(0, 360),
    turnDegrees: random.between(-6, 6),
    fill: random.between(0.86, 0.96),
    desk: random.pick(['wood', 'white', 'dark', 'felt', 'clutter']),
    seal: random.pick(['red', 'red', 'red', 'oval']),
    sealAt: { x: SEAL_AT.x + random.between(-8, 8), y: SEAL_AT.y + random.between(-5, 5) },
    paperWhite: random.between(165, 225),
    slope: random.between(0, 0.4),
    shadow: random.between(0, 0.3),
    vignetting: random.between(0, 0.35),
    warmth: random.between(0.93, 1.14),
    blur: random.between(0.4, 0.9),
    noise: random.between(1, 5),
    quality: Math.round(random.between(72, 92)),
  };
}

type Options = Partial<PhotographOptions>;
/** All that good ones may have of grain, softness and compression. */
const hardToSee = (random: Random): Options => ({
  noise: random.between(1, 8),
  blur: random.between(0.4, 1.3),
  quality: Math.round(random.between(50, 92)),
});
const of =
  (paper: (papers: Papers, random: Random) => PageRaster, more: (random: Random) => Options = () => ({})) =>
  (papers: Papers, random: Random): Shot => ({
    page: paper(papers, random),
    options: { ...careful(random), ...more(random) },
  });
const genuine = (more?: (random: Random) => Options) => of((papers) => papers.genuine, more);
const upright = { width: 1500, height: 2000 };

export const FAMILIES: readonly Family[] = [
  { name: 'plain', kind: 'accept', weight: 3, shoot: genuine() },
  { name: 'tilted 15-25°', kind: 'accept', shoot: genuine((at) => ({ ...upright, tiltDegrees: at.between(15, 25) })) },
  {
    name: 'turned',
    kind: 'accept',
    shoot: genuine((at) => ({ width: 1920, height: 1920, turnDegrees: at.pick([90, -90, 180, 20, -25, 160]) })),
  },
  { name: 'shadow', kind: 'accept', shoot: genuine((at) => ({ shadow: at.between(0.3, 0.5) })) },
  {
    name: 'dim',
    kind: 'accept',
    shoot: genuine((at) => ({ paperWhite: at.between(115, 150), noise: at.between(3, 6) })),
  },
  { name: 'warm light', kind: 'accept', shoot: genuine((at) => ({ warmth: at.between(1.15, 1.25) })) },
  { name: 'soft', kind: 'accept', shoot: genuine((at) => ({ blur: at.between(1, 1.3) })) },
  { name: 'grainy', kind: 'accept', shoot: genuine((at) => ({ noise: at.between(5, 8) })) },
  {
    name: 'strongly compressed',
    kind: 'accept',
    shoot: genuine((at) => ({ quality: Math.round(at.between(50, 68)) })),
  },
  { name: 'mild glare', kind: 'accept', shoot: genuine((at) => ({ glare: at.between(0.1, 0.3) })) },
  {
    name: 'printed at 95-98 %',
    kind: 'accept',
    shoot: (papers, random) => ({ ...genuine()(papers, random), printedAt: random.between(0.95, 0.98) }),
  },
  { name: 'printed in black only', kind: 'accept', shoot: of((papers) => papers.inBlack) },
  { name: 'curl: arched', kind: 'accept', weight: 2, shoot: genuine((at) => ({ bend: bend('arch', at) })) },
  { name: 'curl: edges up', kind: 'accept', weight: 2, shoot: genuine((at) => ({ bend: bend('edges', at) })) },

  reject(
    'unsealed',
    ['seal-absent'],
    genuine(() => ({ seal: 'none' })),
  ),
  reject(
    'sealed in grey',
    ['seal-absent'],
    genuine(() => ({ seal: 'grey' })),
  ),
  reject(
    'sealed in blue',
    ['seal-absent'],
    genuine(() => ({ seal: 'blue' })),
  ),
  reject(
    'sealed elsewhere',
    ['seal-absent', 'seal-doubtful'],
    genuine(() => ({ seal: 'elsewhere' })),
  ),
  reject(
    'a name seal',
    ['seal-absent', 'seal-doubtful'],
    genuine(() => ({ seal: 'square' })),
  ),
  reject(
    'black-and-white copy',
    ['seal-absent'],
    of(
      (papers, random) => copied(papers.genuine, random),
      () => ({ seal: 'none' }),
    ),
  ),
  reject(
    'older version',
    ['voided-version'],
    of((papers) => papers.older),
  ),
  reject(
    'another receipt',
    ['wrong-receipt'],
    of((papers) => papers.other),
  ),
  reject(
    'forged code',
    ['forged-code'],
    of((papers) => papers.forged),
  ),
  reject(
    'code glued on the older version',
    ['content-differs'],
    of((papers) => withCodeOf(papers.genuine, papers.older)),
  ),
  reject(
    'code glued on another receipt',
    ['content-differs'],
    of((papers) => withCodeOf(papers.genuine, papers.other)),
  ),
  {
    ...reject(
      'one digit changed',
      ['content-differs'],
      of((papers, random) => random.pick(some(papers.changed)), hardToSee),
    ),
    weight: 4,
  },
  {
    ...reject(
      'one digit changed, curled',
      ['content-differs'],
      of(
        (papers, random) => random.pick(some(papers.changed)),
        (at) => ({ ...hardToSee(at), bend: bend(at.pick(['arch', 'edges']), at) }),
      ),
    ),
    weight: 2,
  },
  { name: 'file or screenshot', kind: 'reject', reasons: ['looks-like-screenshot'], shoot: screenshot },
  reject('cropped', ['corner-outside', 'page-not-found'], cropped),
  reject(
    'a corner covered',
    ['corner-hidden'],
    of((papers, random) => withoutMark(papers.genuine, random)),
  ),
  reject(
    'too dark',
    ['too-dark'],
    genuine((at) => ({ paperWhite: at.between(25, 60), noise: at.between(5, 8) })),
  ),
  reject(
    'blurred',
    ['blurred'],
    genuine((at) => ({ blur: at.between(3.2, 7) })),
  ),
  reject(
    'too far',
    ['too-far', 'page-not-found'],
    // Of a fixed camera, since far is told by pixels per mm: 1.4 to 2.8, where 3 are asked for.
    genuine((at) => ({ width: 1080, height: 1920, fill: at.between(0.28, 0.55) })),
  ),
  reject(
    'glare over print',
    ['content-differs', 'content-unreadable', 'corner-hidden', 'code-unreadable', 'seal-doubtful', 'seal-absent'],
    genuine((at) => ({
      ...upright,
      glare: at.between(1.2, 2),
      glareAt: { x: at.between(-0.2, 0.2), y: at.between(-0.15, 0.1) },
    })),
  ),
  reject(
    'no sheet',
    ['page-not-found'],
    genuine((at) => ({ subject: 'nothing', desk: at.pick(['wood', 'white', 'dark', 'clutter']) })),
  ),
];

function reject(name: string, reasons: readonly FindingCode[], shoot: Family['shoot']): Family {
  return { name, kind: 'reject', reasons, shoot };
}

function bend(shape: 'arch' | 'edges', random: Random) {
  return { shape, along: random.pick(['width', 'length'] as const), riseMm: random.between(2, 10) };
}

function some<T>(all: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = all;
  if (first === undefined) throw new Error('there are none');
  return [first, ...rest];
}

/** What a copier makes of a stamped sheet: grey, harder, a little dirty. */
function copied(page: PageRaster, random: Random): PageRaster {
  const seed = Math.floor(random.next() * 2 ** 31);
  const stamped = stamp(page, { kind: 'red', at: SEAL_AT, owner: '苏州示例智能科技有限公司' }, randomFrom(seed));
  const rgba = new Uint8ClampedArray(stamped.rgba);
  for (let at = 0; at < rgba.length; at += 4) {
    const grey = 0.3 * (rgba[at] ?? 0) + 0.59 * (rgba[at + 1] ?? 0) + 0.11 * (rgba[at + 2] ?? 0);
    rgba.fill(Math.max(0, Math.min(255, (grey - 110) * 1.5 + 130)), at, at + 3);
  }
  return { ...stamped, rgba };
}

function withoutMark(page: PageRaster, random: Random): PageRaster {
  const { x, y, width, height } = random.pick(MARKS).rect;
  const skin = [214, 168, 150, 255];
  return filled(page, { x: x - 2, y: y - 2, width: width + 4, height: height + 4 }, () => skin);
}

function screenshot({ genuine: page }: Papers, random: Random): Shot {
  const seed = Math.floor(random.next() * 2 ** 31);
  const width = Math.round(random.between(1000, 1500));
  const quality = Math.round(random.between(75, 95));
  const file = async () => {
    const stamped = stamp(page, { kind: 'red', at: SEAL_AT, owner: '苏州示例智能科技有限公司' }, randomFrom(seed));
    const raw = { raw: { width: stamped.width, height: stamped.height, channels: 4 } } as const;
    return new Uint8Array(
      await sharp(Buffer.from(stamped.rgba), raw).resize({ width }).removeAlpha().jpeg({ quality }).toBuffer(),
    );
  };
  return { page, file };
}

/** One corner of the frame lies beyond the edge of the picture. */
function cropped(papers: Papers, random: Random): Shot {
  const aside = random.pick([
    { x: -62, y: 0 },
    { x: 62, y: 0 },
    { x: 0, y: -52 },
    { x: 0, y: 52 },
  ]);
  return { page: papers.genuine, options: { ...careful(random), ...upright, aside } };
}
