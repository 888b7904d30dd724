import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import { formatYuan, sumFen } from '@/lib/kernel/fen';
import styles from './status.module.css';

const WIDTH = 600;
const HEIGHT = 28;

/** The yearly cap as a bar: what is granted already, each talent of this application, and what lies beyond the cap. */
export function CapBar({ award }: { award: SubmissionSnapshot['award'] }) {
  const wholeFen = Math.max(award.capFen, award.usedFen + award.standardTotalFen);
  const scale = (fen: number) => (fen / wholeFen) * WIDTH;
  const parts = award.lines.map((line, index) => ({
    key: line.talentId,
    x: scale(award.usedFen + sumFen(award.lines.slice(0, index).map(({ grantedFen }) => grantedFen))),
    width: scale(line.grantedFen),
  }));
  const cap = scale(award.capFen);
  const words = `年度限额 ${formatYuan(award.capFen)} 元，已核定 ${formatYuan(award.usedFen)} 元，本申请计入 ${formatYuan(award.totalFen)} 元`;
  return (
    <figure className={styles.bar}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words} preserveAspectRatio="none">
        <rect className={styles.rest} x={0} y={0} width={WIDTH} height={HEIGHT} />
        <rect className={styles.usedUp} x={0} y={0} width={scale(award.usedFen)} height={HEIGHT} />
        {parts.map(({ key, x, width }) => (
          <rect key={key} className={styles.share} x={x} y={0} width={Math.max(0, width - 1)} height={HEIGHT} />
        ))}
        {cap < WIDTH && <rect className={styles.beyond} x={cap} y={0} width={WIDTH - cap} height={HEIGHT} />}
        <rect className={styles.capLine} x={Math.min(cap, WIDTH - 2)} y={0} width={2} height={HEIGHT} />
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}
