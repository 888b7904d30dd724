'use client';

import { useState } from 'react';
import type { DeskPaper } from '@/lib/desk/queries';
import { paths } from '@/lib/kernel/paths';
import { Button, LinkButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import styles from './desk.module.css';

export type NamedPaper = DeskPaper & { readonly label: string };

/** The papers beside the fields: one at a time, as wide as the pane or twice as wide. */
export function PapersPane({ papers }: { papers: readonly NamedPaper[] }) {
  const [at, setAt] = useState(0);
  const [large, setLarge] = useState(false);
  const paper = papers[at];
  if (!paper) {
    return (
      <section className={styles.pane} aria-label="材料">
        <p className={styles.nothing}>这份请求没有材料。请按左侧核对，并电话核实。</p>
      </section>
    );
  }
  const href = paths.paperFile(paper.fileId);
  return (
    <section className={styles.pane} aria-label="材料">
      <div className={styles.tabs} role="tablist" aria-label="材料">
        {papers.map(({ kind, label }, index) => (
          <button
            key={kind}
            type="button"
            role="tab"
            aria-selected={index === at}
            className={classNames(styles.tab, index === at && styles.current)}
            onClick={() => setAt(index)}
          >
            {label}
          </button>
        ))}
      </div>
      <div className={styles.bar}>
        <span>{paper.findings.length > 0 ? paper.findings.join(' ') : paper.label}</span>
        <span className={styles.acts}>
          {paper.mediaType !== 'application/pdf' && (
            <Button size="s" variant="quiet" icon={large ? 'zoom-out' : 'zoom-in'} onClick={() => setLarge(!large)}>
              {large ? '缩小' : '放大'}
            </Button>
          )}
          <LinkButton size="s" variant="quiet" href={href} target="_blank">
            新窗口打开
          </LinkButton>
        </span>
      </div>
      <div className={styles.canvas} tabIndex={0} role="group" aria-label={paper.label}>
        {paper.mediaType === 'application/pdf' ? (
          <iframe key={href} className={styles.document} src={href} title={paper.label} />
        ) : (
          // A stored picture of a private paper: there is nothing for an image optimiser to do.
          // eslint-disable-next-line @next/next/no-img-element
          <img key={href} src={href} alt={paper.label} className={large ? styles.large : undefined} />
        )}
      </div>
    </section>
  );
}
