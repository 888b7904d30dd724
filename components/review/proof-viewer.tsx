'use client';

import { useEffect } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { Kbd } from '@/components/ui/status';
import { paths } from '@/lib/kernel/paths';
import type { KeptRegion } from '@/lib/files/rules/region';
import { PaperFiles } from './paper-files';
import type { Desk } from './use-desk';
import { useKeys } from './use-keys';
import styles from './proof-viewer.module.css';

const TAB_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

type Props = { desk: Desk; onComment: (target: string, region?: KeptRegion) => void };

/** The papers of the chosen part: a tab for each, its files with zoom and turn, and the comments pinned to it. */
export function ProofViewer({ desk, onComment }: Props) {
  const { part, paperIndex } = desk;
  const paper = part.papers[paperIndex];
  const tabKeys = TAB_KEYS.slice(0, part.papers.length);
  useKeys(Object.fromEntries(tabKeys.map((key, index) => [key, () => desk.openPaper(index)])));
  usePreloaded(part.papers.flatMap(({ files }) => files.filter(({ kind }) => kind === 'picture')));

  if (!paper) {
    return (
      <section className={styles.pane} aria-label="证明材料">
        <p className={styles.nothing}>本部分没有证明材料，请核对左侧填写的内容。</p>
      </section>
    );
  }
  return (
    <section className={styles.pane} aria-label="证明材料">
      <div className={styles.tabs} role="tablist" aria-label="材料">
        {part.papers.map(({ key, label }, index) => (
          <button
            key={key}
            type="button"
            role="tab"
            aria-selected={index === paperIndex}
            className={classNames(styles.tab, index === paperIndex && styles.current)}
            onClick={() => desk.openPaper(index)}
          >
            {TAB_KEYS[index] && <Kbd>{TAB_KEYS[index]}</Kbd>}
            {label}
            {desk.isMine && desk.looked.has(key) && <Icon name="check" size="s" label="已看" />}
          </button>
        ))}
      </div>
      <PaperFiles key={`${paper.key} ${desk.at.visit}`} desk={desk} paper={paper} onComment={onComment} />
    </section>
  );
}

/** Fetches the pictures of a part while the first is looked at. */
function usePreloaded(files: readonly { fileId: string }[]): void {
  const wanted = files.map(({ fileId }) => fileId).join(' ');
  useEffect(() => {
    for (const fileId of wanted.split(' ').filter(Boolean)) new Image().src = paths.file(fileId, 'view');
  }, [wanted]);
}
