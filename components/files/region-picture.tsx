'use client';

import { Anchor } from '@/components/ui/anchor';
import { paths } from '@/lib/kernel/paths';
import type { KeptRegion } from '@/lib/files/rules/region';
import { PageMarks } from './page-marks';
import { usePictureSize } from './use-picture-size';
import styles from './region-picture.module.css';

/** Above and below a marked place, in parts of the page, so that one sees where one is. */
const AROUND = 0.06;

/** The strip of a page with the marked place on it, as wide as the page; the whole page opens beside. */
export function RegionPicture({ region, label }: { region: KeptRegion; label: string }) {
  const { fileId, page, box, isPdf } = region;
  const href = paths.file(fileId, isPdf ? `page-${page}` : 'view');
  const { size } = usePictureSize(href);
  const words = `${label}${isPdf ? `第 ${page} 页` : ''}标出的位置`;
  if (size === 'broken' || size === null) return null;
  const { width, height } = size;
  const top = Math.max(0, box.y - AROUND) * height;
  const bottom = Math.min(1, box.y + box.height + AROUND) * height;
  return (
    <figure className={styles.figure}>
      <svg viewBox={`0 ${top} ${width} ${bottom - top}`} role="img" aria-label={words}>
        <image href={href} width={width} height={height} />
        <PageMarks marks={[{ key: 'place', box, tone: 'amber', label: words }]} width={width} height={height} />
      </svg>
      <figcaption>
        {isPdf && `第 ${page} 页。`}
        <Anchor href={href} target="_blank">
          查看整页
        </Anchor>
      </figcaption>
    </figure>
  );
}
