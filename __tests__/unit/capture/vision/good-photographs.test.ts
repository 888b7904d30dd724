import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { judge } from '@/lib/capture/rules/judge';
import { FRAME } from '@/lib/paper/rules/geometry';
import { takePhotograph, type Photograph, type PhotographOptions } from '../../../builders/photograph/photograph';
import { randomFrom, type Random } from '../../../builders/photograph/random';
import { anInspector } from '../support/inspector';
import { issuedPage, RECEIPT } from '../support/issued-page';

const TILTS = [0, 4, 9, 14, 18, 21, 23, 25];
const TURNS = [0, -7, 180];
const EDGE_PX = 12;
const FRAME_CORNERS = [0, 1, 1, 0].map((right, index) => ({
  x: FRAME.x + right * FRAME.width,
  y: FRAME.y + (index > 1 ? 1 : 0) * FRAME.height,
}));

/** Everything that a careful person's photograph may differ in, by chance. */
function aGoodPhotograph(tiltDegrees: number, turnDegrees: number, random: Random): Partial<PhotographOptions> {
  const turned = random.next() < 0.3 ? turnDegrees + random.pick([90, -90, 20]) : turnDegrees;
  const isUpright = Math.abs(Math.cos((turned * Math.PI) / 180)) > 0.95;
  return {
    seed: Math.floor(random.next() * 2 ** 31),
    ...(isUpright ? { width: 1080, height: 1920 } : { width: 1440, height: 1920 }),
    tiltDegrees,
    turnDegrees: turned,
    leanDegrees: random.between(0, 360),
    fill: random.between(0.86, 0.95),
    desk: random.pick(['wood', 'white', 'dark', 'felt', 'clutter']),
    seal: random.pick(['red', 'red', 'red', 'oval']),
    sealAt: { x: 151 + random.between(-8, 8), y: 226 + random.between(-5, 5) },
    paperWhite: random.between(170, 225),
    slope: random.between(0, 0.4),
    shadow: random.between(0, 0.35),
    vignetting: random.between(0, 0.35),
    warmth: random.between(0.93, 1.14),
    blur: random.between(0.4, 0.9),
    noise: random.between(1, 5),
  };
}

const { lookAt } = anInspector();
const seed = jest.getSeed();
const random = randomFrom(seed);
// Each tilt with one of the turns, of which none is left out.
const photographs = TILTS.map((tilt, index) => aGoodPhotograph(tilt, TURNS[index % TURNS.length] ?? 0, random));
const errorsMm: number[] = [];
let page: Awaited<ReturnType<typeof issuedPage>>;

beforeAll(async () => {
  page = await issuedPage();
});

/** Whoever sees that a corner is not in the picture steps back. */
async function takenWhole(options: Partial<PhotographOptions>): Promise<Photograph> {
  const { width = 0, height = 0, fill = 1 } = options;
  const photograph = await takePhotograph(page, options);
  const isWhole = FRAME_CORNERS.every((corner) => {
    const { x, y } = photograph.appears(corner);
    return Math.min(x, y, width - x, height - y) > EDGE_PX;
  });
  return isWhole ? photograph : takenWhole({ ...options, fill: fill * 0.95 });
}

/** How far each corner of the frame was found from where it really is, mm on the paper. */
function cornerErrors(found: readonly { x: number; y: number }[], truth: Photograph, pxPerMm: number): number[] {
  return found.map(({ x, y }, index) => {
    const real = truth.appears(FRAME_CORNERS[index] ?? { x: NaN, y: NaN });
    return Math.hypot(x - real.x, y - real.y) / pxPerMm;
  });
}

describe(`a stamped receipt, photographed with care (--seed=${seed})`, () => {
  it.each(photographs)(
    'is clean when tilted by $tiltDegrees°, turned by $turnDegrees°, on $desk, seal $seal',
    async (options) => {
      const photograph = await takenWhole(options);
      const { inspection, flat } = await lookAt(photograph.jpeg);

      const { verdict, findings } = judge(inspection, RECEIPT, 'valid');
      expect(findings.filter(({ severity }) => severity !== 'ok')).toEqual([]);
      expect(verdict).toBe('CLEAN');
      expect(inspection.code).toBe(page.code);
      expect(inspection.page?.seal.verdict).toBe('PRESENT');
      expect(flat).not.toBeNull();
      const errors = cornerErrors(inspection.page?.frameCorners ?? [], photograph, inspection.page?.pxPerMm ?? 0);
      expect(Math.max(...errors)).toBeLessThanOrEqual(1);
      errorsMm.push(...errors);
    },
  );

  it('has its corners found to 0.3 mm in the middle of all cases', () => {
    const sorted = [...errorsMm].sort((a, b) => a - b);
    expect(sorted).toHaveLength(photographs.length * 4);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(0.3);
  });
});
