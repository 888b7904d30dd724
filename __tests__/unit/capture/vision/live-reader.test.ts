import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { guideOn, mayShoot, startGuide, type Guide } from '@/lib/capture/rules/live-guide';
import { hintOf } from '@/lib/capture/rules/live-hints';
import type { LiveReading } from '@/lib/capture/rules/live-reading';
import { liveReader } from '@/lib/capture/vision/live-reader';
import { planarFrame } from '@/lib/capture/vision/planes';
import type { Raster } from '@/lib/capture/vision/raster';
import { prepareQrReader } from '@/lib/capture/vision/read-page-code';
import { drawnSheet } from '@/lib/capture/vision/warm-up';
import { FRAME } from '@/lib/paper/rules/geometry';
import { takePhotograph, type PhotographOptions } from '../../../builders/photograph/photograph';
import { frameOf, moved, planesOf, rasterOf } from '../support/frames';
import { issuedPage, RECEIPT } from '../support/issued-page';

const FRAME_MS = 50;
let page: Awaited<ReturnType<typeof issuedPage>>;

beforeAll(async () => {
  const wasm = await readFile(join(process.cwd(), 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'));
  await prepareQrReader({ wasmBinary: new Uint8Array(wasm).buffer });
  page = await issuedPage();
});

const picture = async (options: Partial<PhotographOptions>) => takePhotograph(page, { seed: 21, ...options });
const image = async (options: Partial<PhotographOptions>) => rasterOf((await picture(options)).jpeg);

/** What the guidance makes of these frames, shown one after the other. */
async function watch(frames: readonly Raster[]): Promise<{ readings: LiveReading[]; guide: Guide; shots: number }> {
  const reader = liveReader(() => true);
  const readings: LiveReading[] = [];
  let guide = startGuide(0);
  let shots = 0;
  for (const [index, frame] of frames.entries()) {
    const now = index * FRAME_MS;
    const reading = await reader.read(frameOf(frame), now);
    readings.push(reading);
    guide = guideOn(guide, reading, RECEIPT_VERSION, now);
    if (mayShoot(guide, RECEIPT_VERSION)) shots += 1;
  }
  return { readings, guide, shots };
}

const RECEIPT_VERSION = { number: RECEIPT.number, version: RECEIPT.version };
const hintFor = (reading: LiveReading | undefined, expected = RECEIPT_VERSION) =>
  reading && hintOf(reading, expected, true).code;

describe('a steady and stamped receipt', () => {
  it('is found to a millimetre, followed, read and photographed from its fifth frame on', async () => {
    const photograph = await picture({});
    const frame = await rasterOf(photograph.jpeg);
    const { readings, shots } = await watch(Array.from({ length: 8 }, () => frame));
    for (const { sheet } of readings) {
      const [corner] = sheet?.corners ?? [];
      const real = photograph.appears(FRAME);
      expect(Math.hypot((corner?.x ?? NaN) - real.x, (corner?.y ?? NaN) - real.y)).toBeLessThan(sheet?.pxPerMm ?? 0);
    }
    expect(readings[0]).toMatchObject({ code: page.code, hasSeal: true, outside: [], hidden: [] });
    expect(shots).toBe(4);
  });

  it('is read off the camera’s own bytes as off a picture, in either layout and range', async () => {
    const frame = await image({ seal: 'red', warmth: 1.1 });
    const drawn = await liveReader(() => true).read(frameOf(frame), 0);
    for (const kind of [
      { colourStep: 1, isFullRange: true },
      { colourStep: 2, isFullRange: false },
    ] as const) {
      const read = await liveReader(() => true).read(planarFrame(planesOf(frame, kind)), 0);
      expect(read).toMatchObject({ code: page.code, hasSeal: true });
      read.sheet?.corners.forEach(({ x, y }, index) => {
        const there = drawn.sheet?.corners[index];
        expect(Math.hypot(x - (there?.x ?? NaN), y - (there?.y ?? NaN))).toBeLessThan(1);
      });
      expect(Math.abs((read.sheet?.paperWhite ?? NaN) - (drawn.sheet?.paperWhite ?? NaN))).toBeLessThan(4);
      expect((read.sheet?.sharpness ?? NaN) / (drawn.sheet?.sharpness ?? NaN)).toBeCloseTo(1, 1);
    }
  });

  it('drawn to get the thread ready, is seen whole: else nothing would be got ready', async () => {
    const { sheet, hasSeal } = await liveReader(() => true).read(planarFrame(drawnSheet()), 0);
    expect([sheet?.pxPerMm, hasSeal]).toEqual([expect.closeTo(4, 1), false]);
  });

  it('is followed while it moves, and not photographed before it lies still', async () => {
    const still = await image({ fill: 0.86 });
    const frames = Array.from({ length: 7 }, (_, step) => moved(still, { x: 9 * step - 27, y: 0 }));
    const { readings, shots } = await watch(frames);
    const lefts = readings.map(({ sheet }) => sheet?.corners[0].x ?? NaN);
    lefts.slice(1).forEach((left, index) => expect(Math.abs(left - (lefts[index] ?? NaN) - 9)).toBeLessThan(2));
    expect(shots).toBe(0);
  });

  it('is told from another receipt and from an earlier version', async () => {
    const { readings } = await watch([await image({})]);
    const [reading] = readings;
    expect(hintFor(reading)).toBe('good');
    expect(hintFor(reading, { ...RECEIPT_VERSION, version: RECEIPT.version + 1 })).toBe('old-version');
    expect(hintFor(reading, { ...RECEIPT_VERSION, number: 'SJ20990000001' })).toBe('wrong-receipt');
  });
});

describe('what is not good enough never goes off, and is told why', () => {
  it.each<[string, Partial<PhotographOptions>, readonly string[]]>([
    ['only a desk', { subject: 'nothing', desk: 'clutter' }, ['no-sheet']],
    ['a blurred one', { blur: 4 }, ['hold-still']],
    ['one in the dark', { paperWhite: 45, noise: 9 }, ['too-dark']],
    ['one with a grey seal', { seal: 'grey', warmth: 1.1 }, ['no-seal']],
  ])('%s', async (_, options, hints) => {
    const frame = await image(options);
    const { readings, shots } = await watch(Array.from({ length: 5 }, () => frame));
    expect(hints).toContain(hintFor(readings.at(-1)));
    expect(shots).toBe(0);
  });

  it('a grey seal, off the camera’s own bytes too', async () => {
    const frame = await image({ seal: 'grey', warmth: 1.1 });
    const kind = { colourStep: 2, isFullRange: false } as const;
    const reading = await liveReader(() => true).read(planarFrame(planesOf(frame, kind)), 0);
    expect(hintFor(reading)).toBe('no-seal');
  });

  it('a sheet whose corner lies outside, by the name of the corner', async () => {
    const frame = await image({ aside: { x: 0, y: 80 }, tiltDegrees: 0, fill: 1 });
    const { readings } = await watch([frame]);
    expect(readings.at(-1)?.outside).toEqual(['top-left', 'top-right']);
    expect(hintFor(readings.at(-1))).toBe('corner-outside');
  });
});
