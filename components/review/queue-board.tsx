'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Muted } from '@/components/ui/layout';
import type { QueueRow } from '@/lib/review/rules/queue';
import type { DeskActs } from './acts';
import { BatchDialog } from './batch-dialog';
import { QueueTable } from './queue-table';
import type { BatchActs } from './use-batch';
import styles from './queue-table.module.css';

type Props = {
  rows: readonly QueueRow[];
  claim: DeskActs['claim'];
  emptyTitle: string;
  emptyWhy: string;
  /** Given at the first stage to whoever reviews there. */
  batch: BatchActs | null;
};

const MOST = 20;

/** The list, and where several clear cases may be passed in a row, what was picked for it. */
export function QueueBoard({ batch, ...table }: Props) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<readonly QueueRow[]>([]);
  const chosen = table.rows.filter(({ id, isClean }) => isClean && picked.has(id));
  const clean = table.rows.filter(({ isClean }) => isClean);

  function toggle(id: string) {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  }
  return (
    <>
      <QueueTable {...table} pick={batch && clean.length > 0 ? { picked, toggle } : null} />
      {batch && clean.length > 0 && (
        <div className={styles.batch} role="region" aria-label="批量通过">
          <span>
            {chosen.length > 0 ? `已选 ${chosen.length} 件，自动核验均全部通过` : `本页 ${clean.length} 件可以选中`}
          </span>
          <Button
            size="s"
            variant="plain"
            onClick={() => setPicked(new Set(chosen.length > 0 ? [] : clean.map(({ id }) => id)))}
          >
            {chosen.length > 0 ? '取消选择' : '全选这些'}
          </Button>
          <Button
            size="s"
            variant="secondary"
            disabled={chosen.length === 0}
            aria-haspopup="dialog"
            onClick={() => setOpen(chosen.slice(0, MOST))}
          >
            批量通过，送复审
          </Button>
          <Muted>只限首次提交、核验全部通过的申请，逐件预览后才能通过</Muted>
        </div>
      )}
      {batch && open.length > 0 && (
        <BatchDialog
          rows={open}
          acts={batch}
          onClose={() => {
            setOpen([]);
            setPicked(new Set());
          }}
        />
      )}
    </>
  );
}
