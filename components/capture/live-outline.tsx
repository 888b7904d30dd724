import type { Ref } from 'react';
import type { LiveReading } from '@/lib/capture/rules/live-reading';
import styles from './live-outline.module.css';

/** Share of a side that is drawn thick on both sides of a corner. */
const CORNER_SHARE = 0.1;

/** The frame that lies down on the paper; `drawOutline` moves it, since a screen is not drawn anew thirty times a second. */
export function LiveOutline({ ref }: { ref: Ref<SVGSVGElement> }) {
  return (
    <svg ref={ref} className={styles.outline} preserveAspectRatio="xMidYMid meet" aria-hidden="true">
      <path className={styles.shade} />
      <path className={styles.sides} />
      <path className={styles.corners} />
    </svg>
  );
}

/** Lays the frame on the sheet of this reading, green when it can be photographed; takes it away where there is none. */
export function drawOutline(svg: SVGSVGElement, { width, height, sheet }: LiveReading, isReady: boolean): void {
  const [shade, sides, corners] = svg.querySelectorAll('path');
  put(svg, 'viewBox', `0 0 ${width} ${height}`);
  put(svg, 'data-state', !sheet ? 'none' : isReady ? 'ready' : 'seen');
  if (!sheet) return;
  const angles = sheet.corners.map((_, index) => cornerAt(sheet.corners, index)).join('');
  put(sides, 'd', `M${sheet.corners.map(written).join('L')}Z`);
  put(shade, 'd', angles);
  put(corners, 'd', angles);
}

/** What is written anew is drawn anew, even where it is the same. */
function put(element: Element | undefined, name: string, value: string): void {
  if (element && element.getAttribute(name) !== value) element.setAttribute(name, value);
}

type Spot = { readonly x: number; readonly y: number };

function cornerAt(corners: readonly Spot[], index: number): string {
  const here = corners[index];
  const [before, after] = [corners.at(index - 1), corners[(index + 1) % corners.length]];
  return here && before && after
    ? `M${[towards(here, before), here, towards(here, after)].map(written).join('L')}`
    : '';
}

function towards(from: Spot, to: Spot): Spot {
  return { x: from.x + (to.x - from.x) * CORNER_SHARE, y: from.y + (to.y - from.y) * CORNER_SHARE };
}

const written = ({ x, y }: Spot) => `${x.toFixed(1)} ${y.toFixed(1)}`;
