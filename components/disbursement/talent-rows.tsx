import type { ReactNode } from 'react';
import type { TalentLineView } from '@/lib/disbursement/queries';
import { PROOF_NEED_WORDS } from '@/lib/disbursement/rules/labels';
import { paths } from '@/lib/kernel/paths';
import { formatDay } from '@/lib/kernel/shanghai-day';
import { Anchor } from '../ui/anchor';
import { Money } from '../ui/money';
import { StatusTag } from './status-tag';
import styles from './talent-rows.module.css';

export type TalentRowsProps = {
  lines: readonly TalentLineView[];
  /** Drawn at the right of a talent. */
  acts?: (line: TalentLineView) => ReactNode;
};

/** The talents of a disbursement: who, how much, the proof that is there and what is still wanted. */
export function TalentRows({ lines, acts }: TalentRowsProps) {
  return (
    <ul className={styles.rows} aria-label="人员与在职证明">
      {lines.map((line) => (
        <li key={line.id} className={styles.row}>
          <div>
            <span className={styles.name}>{line.name}</span>　<span className={styles.note}>{line.categoryLabel}</span>
            <div>
              <StatusTag label={PROOF_NEED_WORDS[line.need]} look="text" />
              {line.proof && (
                <>
                  　
                  <Anchor href={paths.file(line.proof.fileId, 'kept')} target="_blank">
                    {formatDay(line.proof.issuedOn)} 出具
                  </Anchor>
                </>
              )}
            </div>
            {line.leftReason && <div className={styles.note}>已离职申报：{line.leftReason}</div>}
          </div>
          <div className={styles.amount}>
            <Money fen={line.amountFen} tone={line.state === 'FALLEN_AWAY' ? 'muted' : 'ink'} />
          </div>
          <div className={styles.acts}>{acts?.(line)}</div>
        </li>
      ))}
    </ul>
  );
}
