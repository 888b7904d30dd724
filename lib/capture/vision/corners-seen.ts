import { MARKS, type Mark, type MarkCorner } from '@/lib/paper/rules/geometry';
import type { Inspection } from '../rules/inspection';
import { mapSpot, type Homography } from './homography';
import { cornersOf, type LocatedPage } from './locate-page';

type Size = { readonly width: number; readonly height: number };

/** Which of the four marks were found, and where the others must be. */
export function cornersSeen(picture: Size, page: LocatedPage | null): Omit<Inspection['marks'], 'pxPerMm'> {
  const found: MarkCorner[] = [];
  const outside: MarkCorner[] = [];
  const hidden: MarkCorner[] = [];
  for (const mark of MARKS) {
    if (page?.marks.some(({ id }) => id === mark.id)) found.push(mark.corner);
    else if (page && isWithin(picture, page.toPicture, mark)) hidden.push(mark.corner);
    else outside.push(mark.corner);
  }
  return { found, outside, hidden };
}

function isWithin({ width, height }: Size, toPicture: Homography, mark: Mark): boolean {
  return cornersOf(mark.rect).every((corner) => {
    const { x, y } = mapSpot(toPicture, corner);
    return x >= 0 && y >= 0 && x <= width && y <= height;
  });
}
