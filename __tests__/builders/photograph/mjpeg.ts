import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

const WIDTH = 1080;
const HEIGHT = 1920;

/**
 * Writes a clip that Chromium's fake camera plays (30 frames a second, over and over): JPEGs one after the other.
 *
 * Every frame is brought to a portrait 1080 × 1920, baseline: the fake camera reads nothing else. `frames` are JPEGs,
 * best already of that size.
 */
export async function writeMjpeg(frames: readonly Uint8Array[], path: string): Promise<void> {
  const baseline = await Promise.all(
    frames.map((frame) =>
      sharp(frame)
        .autoOrient()
        .resize(WIDTH, HEIGHT, { fit: 'cover' })
        .jpeg({ quality: 90, progressive: false })
        .toBuffer(),
    ),
  );
  await writeFile(path, Buffer.concat(baseline));
}
