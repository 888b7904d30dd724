import sharp from 'sharp';

type Spot = { readonly x: number; readonly y: number };

const LONG_SIDE = 480;

/**
 * What a general document scanner does: the largest bright region of the picture, and of its outline the four places
 * that lie farthest out. Here as the peer: it knows nothing of marks. Corners in pixels of the picture, clockwise from
 * the top left; null where nothing bright is large enough.
 */
export async function contourCorners(jpeg: Uint8Array): Promise<readonly Spot[] | null> {
  const { data, info } = await sharp(jpeg)
    .greyscale()
    .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside' })
    .blur(1.5)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const full = await sharp(jpeg).metadata();
  const scale = (full.width ?? width) / width;
  const limit = otsu(data);
  const region = largestRegion(data, { width, height, limit });
  if (region.length < 0.08 * width * height) return null;
  const corner = (weight: (x: number, y: number) => number): Spot => {
    let [best, place] = [-Infinity, 0];
    for (const at of region) {
      const value = weight(at % width, Math.floor(at / width));
      if (value > best) [best, place] = [value, at];
    }
    return { x: ((place % width) + 0.5) * scale, y: (Math.floor(place / width) + 0.5) * scale };
  };
  return [corner((x, y) => -x - y), corner((x, y) => x - y), corner((x, y) => x + y), corner((x, y) => y - x)];
}

/** The brightness that parts the picture into the two most different halves. */
function otsu(data: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  const total = data.length;
  const sum = counts.reduce((all, count, value) => all + count * value, 0);
  let [below, belowSum, best, limit] = [0, 0, -1, 128];
  for (let value = 0; value < 256; value += 1) {
    below += counts[value] ?? 0;
    belowSum += value * (counts[value] ?? 0);
    if (below === 0 || below === total) continue;
    const apart = belowSum / below - (sum - belowSum) / (total - below);
    const between = below * (total - below) * apart * apart;
    if (between > best) [best, limit] = [between, value];
  }
  return limit;
}

function largestRegion(
  data: Uint8Array,
  { width, height, limit }: { width: number; height: number; limit: number },
): readonly number[] {
  const seen = new Uint8Array(width * height);
  let largest: number[] = [];
  for (let start = 0; start < seen.length; start += 1) {
    if (seen[start] || (data[start] ?? 0) <= limit) continue;
    const region = [start];
    seen[start] = 1;
    for (let next = 0; next < region.length; next += 1) {
      const at = region[next] ?? 0;
      const x = at % width;
      for (const by of [x > 0 ? -1 : 0, x < width - 1 ? 1 : 0, -width, width]) {
        const to = at + by;
        if (to < 0 || to >= seen.length || seen[to] || (data[to] ?? 0) <= limit) continue;
        seen[to] = 1;
        region.push(to);
      }
    }
    if (region.length > largest.length) largest = region;
  }
  return largest;
}
