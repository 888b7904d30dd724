import type { ReactNode } from 'react';
import type { Finding } from '@/lib/capture/rules/findings';
import { PAPER, type Rect } from '@/lib/paper/rules/geometry';
import styles from './marked-sheet.module.css';

/** The places of a sheet that the findings are about; most findings are about all of it. */
export const placesOf = (findings: readonly Finding[]): readonly Rect[] =>
  findings.flatMap(({ places = [] }) => places);

/** A straightened sheet (the picture inside) with these places drawn on it; the words beside it say how many. */
export function MarkedSheet({ places, children }: { places: readonly Rect[]; children: ReactNode }) {
  if (places.length === 0) return children;
  return (
    <span className={styles.sheet}>
      {children}
      {places.map((place) => (
        <span key={`${place.x} ${place.y}`} className={styles.place} style={onSheet(place)} aria-hidden="true" />
      ))}
    </span>
  );
}

const MARGIN_MM = 1;

function onSheet({ x, y, width, height }: Rect) {
  const share = (mm: number, of: number) => `${((100 * mm) / of).toFixed(2)}%`;
  return {
    left: share(x - MARGIN_MM, PAPER.width),
    top: share(y - MARGIN_MM, PAPER.height),
    width: share(width + 2 * MARGIN_MM, PAPER.width),
    height: share(height + 2 * MARGIN_MM, PAPER.height),
  };
}
