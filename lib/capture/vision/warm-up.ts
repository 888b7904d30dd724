import { MARK_BITS, MARK_CELLS, MARKS, PAPER, type Mark } from '@/lib/paper/rules/geometry';
import type { LiveFrame } from './live-frame';
import { liveReader } from './live-reader';
import { planarFrame, type Planes } from './planes';

/** A small camera that stands just above the sheet. */
const PX_PER_MM = 4;
const [WIDTH, HEIGHT] = [PAPER.width * PX_PER_MM, PAPER.height * PX_PER_MM];
const [INK, BLANK, NO_COLOUR] = [20, 230, 128];
/** So often without the reader of codes, which comes later, and so often with it. */
const STEPS = { without: 4, withCodes: 8 };

/**
 * Looks at a drawn sheet, once a step, while there is nothing else to look at. A browser translates code the first times
 * that it runs: of a slow phone the first frames would each take a second, and just the one that is to be photographed
 * would wait. After some steps there is nothing more to gain; then they answer false at once.
 */
export function warmer(isCodeReader: () => boolean): { step(): Promise<boolean> } {
  let sheet: LiveFrame | null = null;
  const left = { ...STEPS };
  const kindOf = () => (isCodeReader() ? 'withCodes' : 'without');
  const isWarm = () => left[kindOf()] === 0;
  return {
    async step() {
      if (isWarm()) return false;
      left[kindOf()] -= 1;
      sheet ??= planarFrame(drawnSheet());
      // anew each time: one that knows a sheet does not look for it, nor for its code and its seal
      const { read } = liveReader(isCodeReader);
      for (const now of [0, 1]) await read(sheet, now);
      return true;
    },
  };
}

/** A blank sheet with its four marks. */
export function drawnSheet(): Planes {
  const [pixels, colours] = [WIDTH * HEIGHT, (WIDTH / 2) * (HEIGHT / 2)];
  const data = new Uint8Array(pixels + 2 * colours).fill(NO_COLOUR).fill(BLANK, 0, pixels);
  for (const mark of MARKS) drawMark(data, mark);
  const stride = WIDTH / 2;
  return {
    ...{ width: WIDTH, height: HEIGHT, data, colourStep: 1, isFullRange: true },
    luma: { offset: 0, stride: WIDTH },
    blue: { offset: pixels, stride },
    red: { offset: pixels + colours, stride },
  };
}

function drawMark(data: Uint8Array, { id, rect }: Mark): void {
  const [left, top, side] = [rect.x * PX_PER_MM, rect.y * PX_PER_MM, rect.width * PX_PER_MM];
  const cell = (at: number) => Math.floor((at * MARK_CELLS) / side) - 1;
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const isWhite = MARK_BITS[id][cell(y)]?.[cell(x)] === 1;
      data[(top + y) * WIDTH + left + x] = isWhite ? BLANK : INK;
    }
  }
}
