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
      <svg viewBox={`0 0 ${PAPER.width} ${PAPER.height}`} className={styles.places} aria-hidden="true">
        {places.map(({ x, y, width, height }) => (
          <rect
            key={`${x} ${y}`}
            x={x - MARGIN_MM}
            y={y - MARGIN_MM}
            width={width + 2 * MARGIN_MM}
            height={height + 2 * MARGIN_MM}
            rx="1"
          />
        ))}
      </svg>
    </span>
  );
}

const MARGIN_MM = 1;
