import sharp from 'sharp';
import { exp, floor, hypot, max, min, round, sqrt } from './arithmetic';
import { profileOf, type Bend } from './bend';
import { camera, type Camera, type Place, type View } from './camera';
import { desk, type Desk, type DeskKind } from './desk';
import { glare, light, type Light, type LightOptions } from './light';
import { randomFrom, type Random } from './random';
import { stamp, type PageRaster, type SealKind } from './seal';
import { texture } from './texture';

export type PhotographOptions = View &
  LightOptions & {
    readonly seed: number;
    /** What lies on the desk: the sheet, or nothing. */
    readonly subject: 'sheet' | 'nothing';
    readonly desk: DeskKind;
    readonly seal: SealKind;
    readonly sealAt: Place;
    readonly owner: string;
    /** Null: the sheet lies flat. */
    readonly bend: Bend | null;
    /** Softness of the lens, in pixels (deviation of a Gauss). */
    readonly blur: number;
    /** Grain of the sensor in a middle grey, in levels of 255. */
    readonly noise: number;
    /** JPEG quality, 1 to 100. */
    readonly quality: number;
  };

export type Photograph = {
  readonly jpeg: Buffer;
  readonly width: number;
  readonly height: number;
  /** Where a place of the sheet (mm) really is in the picture (pixels). */
  readonly appears: (sheet: Place) => Place;
  readonly options: PhotographOptions;
};

/** A usual picture: a little tilted, on wood, in the light of an office, stamped. */
export const USUAL: PhotographOptions = {
  seed: 1,
  width: 1080,
  height: 1920,
  subject: 'sheet',
  tiltDegrees: 8,
  leanDegrees: 60,
  turnDegrees: 2,
  fill: 0.93,
  aside: { x: 0, y: 0 },
  desk: 'wood',
  seal: 'red',
  sealAt: { x: 151, y: 226 },
  owner: '苏州示例智能科技有限公司',
  bend: null,
  glare: 0,
  glareAt: null,
  paperWhite: 205,
  slope: 0.25,
  shadow: 0.15,
  vignetting: 0.2,
  warmth: 1.03,
  blur: 0.7,
  noise: 3,
  quality: 80,
};

const SHEET = { width: 210, height: 297 };
const PAPER_ALBEDO = 0.82;
const GAMMA = 2.2;
const LIGHT_STEP = 24;
/** Grains drawn once; every line of the picture begins somewhere else among them. */
const GRAINS = 1 << 16;

/**
 * Photographs a printed page as a phone would: stamped, on a desk, tilted, unevenly lit, soft, noisy, as JPEG.
 *
 * Shares nothing with the code that finds the page again: it follows rays from a camera to the desk.
 */
export async function takePhotograph(page: PageRaster, chosen: Partial<PhotographOptions>): Promise<Photograph> {
  const options = { ...USUAL, ...chosen };
  const random = randomFrom(options.seed);
  const stamped = stamp(page, { kind: options.seal, at: options.sealAt, owner: options.owner }, random);
  const seen = camera(options);
  const lies = options.bend ? bent(options.bend, seen) : FLAT;
  const sheet = options.subject === 'sheet' ? await asSeen(stamped, seen) : null;
  const exposed = expose(seen, { sheet, lies }, options, random);
  const soft = await soften(exposed, options);
  grain(soft, options, random);
  const { width, height } = options;
  const jpeg = await sharp(soft, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: options.quality })
    .toBuffer();
  return { jpeg, width, height, appears: (place) => lies.appears(place, seen), options };
}

/** The page shrunk to about the fineness of the picture, so that small print is averaged and not picked. */
async function asSeen({ width, height, rgba }: PageRaster, seen: Camera): Promise<PageRaster> {
  const top = seen.appears({ x: 0, y: 0 });
  const side = seen.appears({ x: SHEET.width, y: 0 });
  const needed = min(width, max(200, round(1.25 * hypot(side.x - top.x, side.y - top.y))));
  const resized = await sharp(Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength), {
    raw: { width, height, channels: 4 },
  })
    .resize(needed, round((needed * height) / width), { fit: 'fill', kernel: 'mitchell' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: resized.info.width, height: resized.info.height, rgba: resized.data };
}

/** How the sheet lies on the desk: which of its places a ray meets, and how it faces the light there. */
type Lies = {
  /** Writes the place (mm of the sheet) and the share of light into `met`. */
  meet(desk: Place, met: { x: number; y: number; light: number }): void;
  appears(sheet: Place, seen: Camera): Place;
};

const FLAT: Lies = {
  meet(desk, met) {
    Object.assign(met, desk, { light: 1 });
  },
  appears: (sheet, seen) => seen.appears(sheet),
};

function bent(bend: Bend, seen: Camera): Lies {
  const isAcross = bend.along === 'width';
  const profile = profileOf(bend, isAcross ? SHEET.width : SHEET.height);
  return {
    meet(desk, met) {
      let at = desk;
      // The ray meets the paper where both are equally high: a few steps lead there, since the sheet rises gently.
      for (let step = 0; step < 3; step += 1) at = seen.onRay(desk, profile.heightAt(isAcross ? at.x : at.y));
      const along = isAcross ? at.x : at.y;
      met.x = isAcross ? profile.paperAt(along) : at.x;
      met.y = isAcross ? at.y : profile.paperAt(along);
      met.light = profile.facing(along);
    },
    appears({ x, y }, camera) {
      const along = profile.deskOf(isAcross ? x : y);
      return camera.appears(isAcross ? { x: along, y } : { x, y: along }, profile.heightAt(along));
    },
  };
}

type Scene = {
  readonly lies: Lies;
  readonly sheet: PageRaster | null;
  readonly under: Desk;
  readonly falls: Light;
  readonly fibres: (x: number, y: number) => number;
};

function expose(
  seen: Camera,
  { sheet, lies }: Pick<Scene, 'sheet' | 'lies'>,
  options: PhotographOptions,
  random: Random,
): Uint8ClampedArray {
  const { width, height } = options;
  const scene: Scene = {
    ...{ sheet, lies },
    under: desk(options.desk, random),
    falls: light(options, random),
    fibres: texture(random),
  };
  const gain = (options.paperWhite / 255) ** GAMMA / PAPER_ALBEDO / scene.falls(0, 0);
  const gains = [gain * options.warmth, gain, gain / options.warmth] as const;
  const half = max(width, height) / 2;
  const shines = glare(options, random);
  const out = new Uint8ClampedArray(width * height * 3);
  const colour = new Float64Array(3);
  for (let y = 0; y < height; y += 1) {
    const { ax, bx, ay, by, az, bz } = seen.line(y);
    const falls = (x: number) => scene.falls((x - width / 2) / half, (y - height / 2) / half);
    let here = falls(0);
    let next = here;
    for (let x = 0; x < width; x += 1) {
      // light changes slowly: looked up every so often and drawn straight between
      if (x % LIGHT_STEP === 0) {
        here = next;
        next = falls(x + LIGHT_STEP);
      }
      const falling = here + ((next - here) * (x % LIGHT_STEP)) / LIGHT_STEP;
      const depth = az + bz * x;
      reflect(scene, (ax + bx * x) / depth, (ay + by * x) / depth, colour);
      const to = (y * width + x) * 3;
      const gleam = shines((x - width / 2) / half, (y - height / 2) / half);
      out[to] = stored((colour[0] ?? 0) * falling * gains[0] + gleam);
      out[to + 1] = stored((colour[1] ?? 0) * falling * gains[1] + gleam);
      out[to + 2] = stored((colour[2] ?? 0) * falling * gains[2] + gleam);
    }
  }
  return out;
}

/** Writes into `colour` what comes back from a place in mm: print, paper, or the desk under the sheet's shadow. */
function reflect(scene: Scene, deskX: number, deskY: number, colour: Float64Array): void {
  // The usual case, and asked for every pixel.
  const isFlat = scene.lies === FLAT;
  if (!isFlat) scene.lies.meet({ x: deskX, y: deskY }, MET);
  const x = isFlat ? deskX : MET.x;
  const y = isFlat ? deskY : MET.y;
  const isSheet = scene.sheet && x >= 0 && y >= 0 && x < SHEET.width && y < SHEET.height;
  if (isSheet && scene.sheet) {
    const paper = (isFlat ? 1 : MET.light) * PAPER_ALBEDO * (0.985 + 0.03 * scene.fibres(x / 0.6, y / 0.6));
    printAt(scene.sheet, x, y, colour);
    for (let channel = 0; channel < 3; channel += 1) colour[channel] = paper * (colour[channel] ?? 0);
    return;
  }
  const shade = scene.sheet ? 1 - 0.45 * exp(-beyondSheet(x, y) / 3) : 1;
  const [red, green, blue] = scene.under(deskX, deskY);
  colour[0] = red * shade;
  colour[1] = green * shade;
  colour[2] = blue * shade;
}

const MET = { x: 0, y: 0, light: 1 };

/** How far a place lies outside the sheet, which throws its shadow a little to the right and down; mm. */
function beyondSheet(x: number, y: number): number {
  const across = max(max(0, 1 - x), x - SHEET.width - 2);
  const down = max(max(0, 1 - y), y - SHEET.height - 2);
  return sqrt(across * across + down * down);
}

/** Between the four nearest pixels of the page, as shares of the light. */
function printAt({ width, height, rgba }: PageRaster, xMm: number, yMm: number, colour: Float64Array): void {
  const x = min(width - 1.001, max(0, (xMm / SHEET.width) * width - 0.5));
  const y = min(height - 1.001, max(0, (yMm / SHEET.height) * height - 0.5));
  const left = floor(x);
  const top = floor(y);
  const at = (top * width + left) * 4;
  const lower = at + width * 4;
  for (let channel = 0; channel < 3; channel += 1) {
    const above = share(rgba[at + channel]) * (1 - x + left) + share(rgba[at + 4 + channel]) * (x - left);
    const below = share(rgba[lower + channel]) * (1 - x + left) + share(rgba[lower + 4 + channel]) * (x - left);
    colour[channel] = above * (1 - y + top) + below * (y - top);
  }
}

const SHARES = Float64Array.from({ length: 256 }, (_, level) => (level / 255) ** GAMMA);
const LEVELS = Uint8ClampedArray.from({ length: 4097 }, (_, share) => round(255 * (share / 4096) ** (1 / GAMMA)));
const share = (level: number | undefined) => SHARES[level ?? 0] ?? 0;
const stored = (share: number) => LEVELS[max(0, min(4096, round(share * 4096)))] ?? 0;

async function soften(pixels: Uint8ClampedArray, { width, height, blur }: PhotographOptions): Promise<Buffer> {
  const image = sharp(pixels, { raw: { width, height, channels: 3 } });
  return (blur >= 0.3 ? image.blur(blur) : image).raw().toBuffer();
}

/** Sensor grain: mostly the same in all colours, stronger in the light, softened by the phone's own processing. */
function grain(pixels: Buffer, { width, height, noise }: PhotographOptions, random: Random): void {
  const drawn = Float32Array.from({ length: GRAINS + 4096 }, () => random.bell() * noise);
  const clipped = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  for (let y = 0; y < height; y += 1) {
    const common = floor(random.next() * GRAINS);
    const own = floor(random.next() * GRAINS);
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const level = 0.6 + (clipped[at + 1] ?? 0) / 300;
      const grey = ((drawn[common + (x & 2047)] ?? 0) * 0.9 + (drawn[common + (x & 2047) + 1] ?? 0) * 0.35) * level;
      clipped[at] = (clipped[at] ?? 0) + grey + 0.4 * (drawn[own + (x & 2047)] ?? 0);
      clipped[at + 1] = (clipped[at + 1] ?? 0) + grey + 0.4 * (drawn[own + (x & 2047) + 700] ?? 0);
      clipped[at + 2] = (clipped[at + 2] ?? 0) + grey + 0.4 * (drawn[own + (x & 2047) + 1400] ?? 0);
    }
  }
}
