import { z } from 'zod';

const part = z.number().min(0).max(1);
/** Smaller than this in either direction a box shows nothing. */
export const SMALLEST_BOX = 0.01;

/** A box on a page, in parts of the page as it stands upright: 0 to 1 from its upper left corner. */
export const boxSchema = z
  .strictObject({ x: part, y: part, width: part.min(SMALLEST_BOX), height: part.min(SMALLEST_BOX) })
  .refine(({ x, y, width, height }) => x + width <= 1.0001 && y + height <= 1.0001, 'off the page');
export type Box = z.infer<typeof boxSchema>;

/** A marked place on a page of a stored file; a picture is its own first page. */
export const regionSchema = z.strictObject({
  fileId: z.uuid(),
  page: z.number().int().min(1).max(999),
  box: boxSchema,
});
export type Region = z.infer<typeof regionSchema>;

/** The same as it is kept: whether the file's pages are drawn from a PDF. */
export const keptRegionSchema = z.object({ ...regionSchema.shape, isPdf: z.boolean() });
export type KeptRegion = z.infer<typeof keptRegionSchema>;

/** What a column holds, or null. What was kept otherwise than this is no place to draw. */
export function keptRegion(json: unknown): KeptRegion | null {
  return keptRegionSchema.safeParse(json).data ?? null;
}

/** The box between two corners, in whatever order they were pointed at; kept on the page and no smaller than the least. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return onPage({ x, y, width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });
}

const STEP = 0.02;
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What an arrow key makes of a box: moved, or with `grows` larger and smaller. Null for any other key. */
export function boxByKey(box: Box, key: string, grows: boolean): Box | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const [right, down] = [direction[0] * STEP, direction[1] * STEP];
  return onPage(
    grows
      ? { ...box, width: box.width + right, height: box.height + down }
      : { ...box, x: box.x + right, y: box.y + down },
  );
}

function onPage({ x, y, width, height }: Box): Box {
  const wide = Math.min(1, Math.max(SMALLEST_BOX, width));
  const high = Math.min(1, Math.max(SMALLEST_BOX, height));
  return {
    x: rounded(Math.min(1 - wide, Math.max(0, x))),
    y: rounded(Math.min(1 - high, Math.max(0, y))),
    width: rounded(wide),
    height: rounded(high),
  };
}

/** Four places tell a hair's breadth on a page of A4. */
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;
