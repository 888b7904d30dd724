import { useEffect, useRef } from 'react';
import type { Box } from '@/lib/files/rules/region';
import styles from './page-marks.module.css';

/** A marked place as it is drawn: blue where a field is shown, amber where a comment speaks of it, dashed while drawn. */
export type PageMark = {
  readonly key: string;
  readonly box: Box;
  readonly tone: 'blue' | 'amber' | 'pen';
  readonly label: string;
  /** Stands in a disc at its corner, and beside the words that belong to it. */
  readonly number?: number;
  /** Brought into view. */
  readonly isCurrent?: boolean;
};

type Props = { marks: readonly PageMark[]; width: number; height: number };

/** Marks over a page, in the page's own measure, so that they turn and grow with it. */
export function PageMarks({ marks, width, height }: Props) {
  return marks.map((mark) => <OneMark key={mark.key} mark={mark} width={width} height={height} />);
}

function OneMark({ mark, width, height }: Pick<Props, 'width' | 'height'> & { mark: PageMark }) {
  const { box, tone, label, number, isCurrent } = mark;
  const place = useRef<SVGRectElement>(null);
  useEffect(() => {
    if (isCurrent) place.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isCurrent, box.y]);
  const radius = width / 50;
  const [x, y] = [box.x * width, box.y * height];
  return (
    <g className={styles[tone]}>
      <title>{label}</title>
      <rect
        ref={place}
        x={x}
        y={y}
        width={box.width * width}
        height={box.height * height}
        rx={width / 200}
        vectorEffect="non-scaling-stroke"
      />
      {number !== undefined && (
        <>
          <circle cx={x + box.width * width} cy={y} r={radius} />
          <text x={x + box.width * width} y={y} fontSize={radius * 1.3} textAnchor="middle" dominantBaseline="central">
            {number}
          </text>
        </>
      )}
    </g>
  );
}
