import { PageMarks, type PageMark } from './page-marks';
import { usePen, type Pen } from './use-pen';
import { classNames } from '@/components/ui/class-names';
import styles from './file-viewer.module.css';

type Props = {
  href: string;
  label: string;
  zoom: number;
  turn: number;
  width: number;
  height: number;
  marks?: readonly PageMark[];
  pen?: Pen;
};

/** Drawn as SVG, whose geometry is attributes: the content security policy allows no style attribute. */
export function PageDrawing({ href, label, zoom, turn, width, height, marks = [], pen }: Props) {
  const isLying = turn % 180 !== 0;
  const [boxWidth, boxHeight] = isLying ? [height, width] : [width, height];
  const { page, handlers } = usePen(pen, { width, height });
  return (
    <svg
      className={classNames(styles.picture, pen && styles.penned)}
      viewBox={`0 0 ${boxWidth} ${boxHeight}`}
      width={`${zoom}%`}
      role="img"
      aria-label={label}
      {...handlers}
    >
      <g ref={page} transform={transformOf(turn, width, height)}>
        <image href={href} width={width} height={height} />
        <PageMarks marks={marks} width={width} height={height} />
      </g>
    </svg>
  );
}

/** Turns clockwise and moves back into the box. */
export function transformOf(turn: number, width: number, height: number): string | undefined {
  switch (turn) {
    case 90:
      return `translate(${height} 0) rotate(90)`;
    case 180:
      return `translate(${width} ${height}) rotate(180)`;
    case 270:
      return `translate(0 ${width}) rotate(270)`;
    default:
      return undefined;
  }
}
