import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { writeMjpeg } from '../../__tests__/builders/photograph/mjpeg';
import { takePhotograph, type PhotographOptions } from '../../__tests__/builders/photograph/photograph';
import { issuedPage } from '../../__tests__/unit/capture/support/issued-page';

/** The fake camera plays so many frames a second, over and over. */
const FPS = 30;
const WIDTH = 1080;
const HEIGHT = 1920;
const APPROACH_FRAMES = 20;
/** A block of this colour in the corner marks every frame before the sheet lies still; see WATCH in phone.ts. */
const FLAG = { side: 48, colour: '#0000ff' } as const;

type Moment = { readonly jpeg: Buffer; readonly seconds: number };

/** The clips: a steady sheet that comes after a bare desk, the same without the desk, and four that must never go off. */
export async function makeClips() {
  const page = await issuedPage();
  const folder = await mkdtemp(join(tmpdir(), 'portal-live-'));
  const photo = async (options: Partial<PhotographOptions>) =>
    (await takePhotograph(page, { seed: 5, ...options })).jpeg;
  const clip = (name: string, moments: readonly Moment[]) => writeClip(join(folder, `${name}.mjpeg`), moments);
  const bad = async (name: string, options: Partial<PhotographOptions>) =>
    ({ name, path: await clip(name, [{ jpeg: await photo(options), seconds: 1 }]) }) as const;

  const desk = await photo({ subject: 'nothing' });
  const sheet = await photo({});
  const approach = await Promise.all(Array.from({ length: APPROACH_FRAMES }, (_, step) => coming(desk, sheet, step)));
  return {
    approach: await clip('approach', [
      { jpeg: await flagged(desk), seconds: 3 },
      ...approach.map((jpeg) => ({ jpeg, seconds: 1 / FPS })),
      { jpeg: sheet, seconds: 20 },
    ]),
    steady: await clip('steady', [{ jpeg: sheet, seconds: 1 }]),
    bad: [
      await bad('desk', { subject: 'nothing', desk: 'clutter' }),
      await bad('far', { fill: 0.5 }),
      await bad('blurred', { blur: 4 }),
      await bad('dark', { paperWhite: 45, noise: 9 }),
    ],
  };
}

/** Each picture is made ready once: a clip is nothing but pictures one after the other. */
async function writeClip(path: string, moments: readonly Moment[]): Promise<string> {
  const frames: Buffer[] = [];
  for (const { jpeg, seconds } of moments) {
    await writeMjpeg([jpeg], path);
    const frame = await readFile(path);
    for (let count = Math.max(1, Math.round(seconds * FPS)); count > 0; count -= 1) frames.push(frame);
  }
  await writeFile(path, Buffer.concat(frames));
  return path;
}

/** The sheet's picture growing out of the middle of the desk. */
async function coming(desk: Buffer, sheet: Buffer, step: number): Promise<Buffer> {
  const share = 0.6 + (0.38 * step) / APPROACH_FRAMES;
  const [width, height] = [Math.round(WIDTH * share), Math.round(HEIGHT * share)];
  const input = await sharp(sheet).resize(width, height).toBuffer();
  const place = { left: Math.round((WIDTH - width) / 2), top: Math.round((HEIGHT - height) / 2) };
  return flagged(
    await sharp(desk)
      .composite([{ input, ...place }])
      .jpeg()
      .toBuffer(),
  );
}

async function flagged(jpeg: Buffer): Promise<Buffer> {
  const { side, colour } = FLAG;
  const input = { create: { width: side, height: side, channels: 3 as const, background: colour } };
  return sharp(jpeg)
    .composite([{ input, left: 0, top: 0 }])
    .jpeg()
    .toBuffer();
}
