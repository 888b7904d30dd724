import type { ReactNode } from 'react';
import type { Finding } from '@/lib/capture/rules/findings';
import { PAPER, type Rect } from '@/lib/paper/rules/geometry';
import styles from './marked-sheet.module.css';

/** A place on a sheet; where a seal was looked for it has a line of its own, since nothing there differs. */
export type MarkedPlace = Rect & { readonly isOfSeal: boolean };

/** The places of a sheet that the findings are about; most findings are about all of it. */
export const placesOf = (findings: readonly Finding[]): readonly MarkedPlace[] =>
  findings.flatMap(({ code, places = [] }) =>
    places.map((place) => ({ ...place, isOfSeal: code !== 'content-differs' })),
  );

/** A straightened sheet (the picture inside) with these places drawn on it; the words beside it say how many. */
export function MarkedSheet({ places, children }: { places: readonly MarkedPlace[]; children: ReactNode }) {
  if (places.length === 0) return children;
  return (
    <span className={styles.sheet}>
      {children}
      <svg viewBox={`0 0 ${PAPER.width} ${PAPER.height}`} className={styles.places} aria-hidden="true">
        {places.map(({ x, y, width, height, isOfSeal }) => (
          <rect
            key={`${x} ${y}`}
            x={x - MARGIN_MM}
            y={y - MARGIN_MM}
            width={width + 2 * MARGIN_MM}
            height={height + 2 * MARGIN_MM}
            rx="1"
            className={isOfSeal ? styles.seal : undefined}
          />
        ))}
      </svg>
    </span>
  );
}

const MARGIN_MM = 1;
