import { Anchor } from '@/components/ui/anchor';
import { Icon } from '@/components/ui/icon';
import { Money } from '@/components/ui/money';
import { paths } from '@/lib/kernel/paths';
import type { BatchPaper, BatchPreview } from '@/lib/review/rules/clean-case';
import styles from './batch-dialog.module.css';

/** One case in short: its people with what was checked, its papers, what it comes to. */
export function BatchCase({ preview }: { preview: BatchPreview }) {
  return (
    <div className={styles.case}>
      <p className={styles.facts}>
        <span>{preview.uscc}</span>
        <span>
          预计金额 <Money fen={preview.totalFen} />
        </span>
        <Anchor href={paths.staffApplication(preview.id)} target="_blank">
          打开本案
        </Anchor>
      </p>
      <Papers label="申请材料" papers={preview.papers} />
      {preview.talents.map(({ id, name, category, standardFen, checks, papers }) => (
        <section key={id} className={styles.talent} aria-label={name}>
          <h3>
            {name}
            <span>{category}</span>
            <Money fen={standardFen} />
          </h3>
          <ul className={styles.checks}>
            {checks.map((check) => (
              <li key={check.id}>
                <Icon name="check-circle" size="s" label="通过" />
                {check.text}
              </li>
            ))}
          </ul>
          <Papers label="材料" papers={papers} />
        </section>
      ))}
    </div>
  );
}

function Papers({ label, papers }: { label: string; papers: readonly BatchPaper[] }) {
  const count = papers.reduce((sum, { files }) => sum + files.length, 0);
  return (
    <p className={styles.papers}>
      <b>
        {label} {count} 份
      </b>
      {papers.flatMap(({ label: what, files }) =>
        files.map(({ fileId, name }) => (
          <Anchor key={fileId} href={paths.file(fileId, 'view')} target="_blank" title={name}>
            {what}
          </Anchor>
        )),
      )}
    </p>
  );
}
