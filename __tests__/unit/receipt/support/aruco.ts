import { createRequire } from 'node:module';

import { MARK_BITS } from '@/lib/paper/rules/geometry';

type Pixel = { readonly x: number; readonly y: number };

/** `corners` in pixels, clockwise from the mark's own top left. */
export type FoundMark = { readonly id: number; readonly corners: readonly Pixel[] };

type Image = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
type Aruco = {
  DICTIONARIES: Record<string, { nBits: number; codeList: number[] }>;
  Detector: new (options: { dictionaryName: string; maxHammingDistance: number }) => {
    detect(image: Image): FoundMark[];
  };
};

const { AR } = createRequire(import.meta.url)('js-aruco2') as { AR: Aruco };

/** Finds marks with a detector that is given our four codes and shares no code with what draws them. */
export function findMarks(image: Image): FoundMark[] {
  const codeList = MARK_BITS.map((bits) => Number.parseInt(bits.flat().join(''), 2));
  AR.DICTIONARIES['RECEIPT'] = { nBits: 16, codeList };
  return new AR.Detector({ dictionaryName: 'RECEIPT', maxHammingDistance: 1 }).detect(image);
}
