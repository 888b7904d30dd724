import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  guideOn,
  HINT_LASTS_MS,
  HINT_STANDS_MS,
  mayShoot,
  startGuide,
  STEADY_FRAMES,
  STEADY_MS,
  STILL_PX,
} from '@/lib/capture/rules/live-guide';
import { checksOf, hintOf, holds, LIVE, type Hint } from '@/lib/capture/rules/live-hints';
import type { LiveReading, LiveSheet } from '@/lib/capture/rules/live-reading';
import { wordsOf } from '@/lib/capture/rules/live-words';
import { MARKS } from '@/lib/paper/rules/geometry';

const EXPECTED = { number: 'SJ20260001876', version: 3 };
const TAG = '0'.repeat(26);
const codeOf = (number: string, version: number, page = 1) => `${number}-${version}-${page}-${TAG}`;

const SHEET: LiveSheet = {
  corners: [
    { x: 100, y: 200 },
    { x: 980, y: 200 },
    { x: 980, y: 1500 },
    { x: 100, y: 1500 },
  ],
  ...{ margin: 0.09, pxPerMm: 4.7, tiltDegrees: 8, paperWhite: 190, sharpness: 0.05 },
};
const GOOD: LiveReading = {
  ...{ width: 1080, height: 1920, outside: [], hidden: [], sheet: SHEET, pxPerMm: 4.7, whole: null },
  ...{ code: codeOf(EXPECTED.number, 3), hasSeal: true },
};
const withSheet = (part: Partial<LiveSheet>): LiveReading => ({ ...GOOD, sheet: { ...SHEET, ...part } });
const hint = (reading: LiveReading, before?: Hint) => hintOf(reading, EXPECTED, true, before);

const corner = fc.constantFrom(...MARKS.map(({ corner: name }) => name));
const sheets = fc.record({
  corners: fc.integer({ min: -4, max: 4 }).map((by) => moved(by)),
  margin: fc.double({ min: -0.05, max: 0.2, noNaN: true }),
  pxPerMm: fc.double({ min: 1, max: 8, noNaN: true }),
  tiltDegrees: fc.double({ min: 0, max: 60, noNaN: true }),
  paperWhite: fc.integer({ min: 0, max: 255 }),
  sharpness: fc.double({ min: 0, max: 0.1, noNaN: true }),
});
const readings: fc.Arbitrary<LiveReading> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(GOOD) },
  fc.record({
    ...{ width: fc.constant(1080), height: fc.constant(1920) },
    outside: fc.uniqueArray(corner),
    hidden: fc.uniqueArray(corner),
    sheet: fc.option(sheets),
    pxPerMm: fc.option(fc.double({ min: 1, max: 8, noNaN: true })),
    whole: fc.option(fc.record({ brightness: fc.integer({ min: 0, max: 255 }), crispness: fc.constantFrom(0.3, 1) })),
    code: fc.constantFrom(
      null,
      'x',
      codeOf(EXPECTED.number, 3),
      codeOf(EXPECTED.number, 2),
      codeOf('SJ20260001877', 3),
    ),
    hasSeal: fc.constantFrom(null, true, false),
  }),
);
const frames = fc.array(fc.record({ reading: readings, after: fc.integer({ min: 15, max: 400 }) }), { maxLength: 60 });

function moved(by: number): LiveSheet['corners'] {
  const [a, b, c, d] = SHEET.corners;
  const on = ({ x, y }: { x: number; y: number }) => ({ x: x + by, y });
  return [on(a), on(b), on(c), on(d)];
}

describe('the one hint of a frame', () => {
  it.each<[string, LiveReading, string]>([
    ['nothing in sight', { ...GOOD, sheet: null, pxPerMm: null, code: null }, '没有看到收据'],
    ['a corner outside', { ...GOOD, sheet: null, outside: ['top-left'] }, '左上角在画面外'],
    ['a finger on a mark', { ...GOOD, sheet: null, hidden: ['bottom-left'] }, '左下角看不清，请移开遮挡'],
    ['marks at the edge', withSheet({ margin: 0.01 }), '请拿远一些，四角留出空边'],
    ['too far', withSheet({ pxPerMm: 3.2 }), '再靠近一些'],
    ['tilted', withSheet({ tiltDegrees: 31 }), '请放平手机'],
    ['dark', withSheet({ paperWhite: 60 }), '光线太暗'],
    ['dark, no sheet', { ...GOOD, sheet: null, whole: { brightness: 40, crispness: 1 } }, '光线太暗'],
    ['blurred', withSheet({ sharpness: 0.01 }), '请拿稳'],
    ['another receipt', { ...GOOD, code: codeOf('SJ20260001877', 3) }, '这是另一张收据'],
    ['somebody’s poster', { ...GOOD, code: 'https://example.cn' }, '这是另一张收据'],
    ['an old version', { ...GOOD, code: codeOf(EXPECTED.number, 2) }, '这是已作废的第2版'],
    ['an annex', { ...GOOD, code: codeOf(EXPECTED.number, 3, 2) }, '这是附页，请拍盖章的第1页'],
    ['no seal', { ...GOOD, hasSeal: false }, '没有看到印章'],
    ['all well', GOOD, '很好，请保持'],
  ])('%s', (_, reading, words) => {
    expect(wordsOf(hint(reading))).toBe(words);
  });

  it('is a short sentence and “good” only where everything holds', () => {
    fc.assert(
      fc.property(readings, fc.boolean(), (reading, isStill) => {
        const said = hintOf(reading, EXPECTED, isStill);
        expect(wordsOf(said).length).toBeLessThanOrEqual(25);
        if (said.code === 'good') expect([isStill, holds(reading, EXPECTED)]).toEqual([true, true]);
        if (isStill && holds(reading, EXPECTED)) expect(said.code).toBe('good');
      }),
    );
  });

  it('stays at the limit: a number that trembles around it does not change the words', () => {
    const trembling = [withSheet({ pxPerMm: LIVE.pxPerMm * 0.99 }), withSheet({ pxPerMm: LIVE.pxPerMm * 1.02 })];
    expect(trembling.map((reading) => hint(reading, { code: 'closer' }).code)).toEqual(['closer', 'closer']);
    expect(hint(withSheet({ pxPerMm: LIVE.pxPerMm * 1.05 }), { code: 'closer' }).code).toBe('good');
  });

  it('asks a coarse camera for no more than it can give', () => {
    const coarse = { ...withSheet({ pxPerMm: 3.05 }), width: 720, height: 1280 };
    expect(checksOf(coarse, EXPECTED).distance).toBe(true);
  });
});

describe('the guidance over time', () => {
  it('never changes its words more often than they can be read, nor for what does not last', () => {
    fc.assert(
      fc.property(frames, (given) => {
        let now = 0;
        let guide = startGuide(now);
        for (const { reading, after } of given) {
          const before = guide;
          now += after;
          guide = guideOn(guide, reading, EXPECTED, now);
          if (guide.hint === before.hint) continue;
          expect(now - before.since).toBeGreaterThanOrEqual(HINT_STANDS_MS);
          expect(now - guide.comingSince).toBeGreaterThanOrEqual(HINT_LASTS_MS);
        }
      }),
    );
  });

  it('lets the shutter go only after a time in which all of several frames hold at one place', () => {
    fc.assert(
      fc.property(frames, (given) => {
        let guide = startGuide(0);
        let now = 0;
        const past: { reading: LiveReading; at: number }[] = [];
        for (const { reading, after } of given) {
          now += after;
          past.push({ reading, at: now });
          guide = guideOn(guide, reading, EXPECTED, now);
          const lastBad = past.findLastIndex(
            (frame) => !holds(frame.reading, EXPECTED) || !isNear(frame.reading, reading),
          );
          const good = past.slice(lastBad + 1);
          const lasted = now - (good[0]?.at ?? now);
          expect(mayShoot(guide, EXPECTED)).toBe(good.length >= STEADY_FRAMES && lasted >= STEADY_MS);
        }
      }),
    );
  });

  it.each([
    ['a fast phone', 33, 8],
    ['a phone with 15 frames a second', 67, 4],
    ['a slow one', 250, 3],
  ])('asks of %s so many frames, %d ms apart: %d', (_, apart, needed) => {
    const shoots = (count: number) => {
      let guide = startGuide(0);
      for (let index = 0; index < count; index += 1) guide = guideOn(guide, GOOD, EXPECTED, index * apart);
      return mayShoot(guide, EXPECTED);
    };
    expect([shoots(needed - 1), shoots(needed)]).toEqual([false, true]);
  });

  it('waits for a sheet that moves, and starts again after one bad frame', () => {
    const shots = (given: readonly LiveReading[]) => {
      let guide = startGuide(0);
      given.forEach((reading, index) => (guide = guideOn(guide, reading, EXPECTED, index * 50)));
      return mayShoot(guide, EXPECTED);
    };
    const five = [0, 1, 2, 3, 4];
    expect(shots(five.map(() => GOOD))).toBe(true);
    expect(shots(five.map((step) => withSheet({ corners: moved(step * 8) })))).toBe(false);
    expect(shots([...five.map(() => GOOD), { ...GOOD, sheet: null }, GOOD, GOOD, GOOD, GOOD])).toBe(false);
  });
});

/** The longer side has 1920 pixels, twice that of the limit; the sheets here move only sideways. */
function isNear({ sheet: one }: LiveReading, { sheet: other }: LiveReading): boolean {
  return Math.abs((one?.corners[0].x ?? NaN) - (other?.corners[0].x ?? NaN)) / 2 < STILL_PX;
}
