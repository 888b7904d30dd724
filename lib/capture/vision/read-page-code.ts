import { QR, QR_QUIET, withRoom } from '@/lib/paper/rules/geometry';
import { prepareZXingModule, readBarcodes, type ReaderOptions, type ZXingModuleOverrides } from 'zxing-wasm/reader';
import type { Copies } from './copies';
import { inverse, mapSpot, type Homography } from './homography';
import type { Raster, Spot } from './raster';
import { rectify } from './rectify';

/** Longer side in pixels at which a whole picture is searched; the sharpest step of RECEIPT.md 2.1 needs no more. */
const WHOLE_PICTURE_SIDE = 1920;
const PX_PER_MM = 10;
/** The code with its quiet zone, and what a curled sheet carries it off. */
const PLACE = withRoom(QR, QR_QUIET + 3);

/** The reader's "fast" mode is not faster and loses every fifth picture (RECEIPT.md 2.1), so it looks hard always. */
const OPTIONS: ReaderOptions = {
  formats: ['QRCode'],
  tryHarder: true,
  tryRotate: true,
  tryDownscale: true,
  tryInvert: false,
  maxNumberOfSymbols: 8,
  textMode: 'Plain',
};

/**
 * Hands the QR reader its wasm, once, before the first picture: `{ wasmBinary }` where files can be read,
 * `{ locateFile }` where they are fetched. Resolves when it can read.
 */
export async function prepareQrReader(overrides: ZXingModuleOverrides): Promise<void> {
  await prepareZXingModule({ overrides, fireImmediately: true });
}

/**
 * The text of the receipt's QR: from its place on the straightened sheet, and if that fails from the whole picture.
 *
 * When the sheet's place is known, a QR elsewhere in the picture (a poster, another receipt) is not taken for it.
 */
export async function readPageCode(copies: Copies, toPicture: Homography | null): Promise<string | null> {
  const image = copies.original;
  const straightened = toPicture ? await read(rectify(image, toPicture, PLACE, PX_PER_MM)) : [];
  const inPlace = straightened.find(({ middle }) =>
    isOnCode({ x: PLACE.x + middle.x / PX_PER_MM, y: PLACE.y + middle.y / PX_PER_MM }),
  );
  if (inPlace) return inPlace.text;
  const small = copies.within(WHOLE_PICTURE_SIDE);
  const scale = image.width / small.width;
  const codes = await read(small);
  if (!toPicture) return codes[0]?.text ?? null;
  const toPaper = inverse(toPicture);
  const printed = codes.find(
    ({ middle }) => toPaper && isOnCode(mapSpot(toPaper, { x: middle.x * scale, y: middle.y * scale })),
  );
  return printed?.text ?? null;
}

/** The text of a QR on a small picture that was cut out around it; null when there is none to read. */
export async function readCode(around: Raster): Promise<string | null> {
  const [code] = await read(around);
  return code?.text ?? null;
}

const isOnCode = ({ x, y }: Spot) => x > QR.x && x < QR.x + QR.width && y > QR.y && y < QR.y + QR.height;

async function read({ width, height, data }: Raster): Promise<{ text: string; middle: Spot }[]> {
  const results = await readBarcodes({ width, height, data, colorSpace: 'srgb' } as ImageData, OPTIONS);
  return results.map(({ text, position: { topLeft, topRight, bottomLeft, bottomRight } }) => ({
    text,
    middle: {
      x: (topLeft.x + topRight.x + bottomLeft.x + bottomRight.x) / 4,
      y: (topLeft.y + topRight.y + bottomLeft.y + bottomRight.y) / 4,
    },
  }));
}
