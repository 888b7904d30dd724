'use client';

import { useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import type { DeskRow } from '@/lib/review/rules/desk';
import { answered, sentenceOf } from './acts';
import type { Desk } from './use-desk';
import styles from './reveal-value.module.css';

/** A value as read; a masked one can be shown whole, which the log records. It is masked again when the part is left. */
export function RevealValue({ desk, row }: { desk: Desk; row: DeskRow }) {
  const [clear, setClear] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  if (!row.reveal) return row.value;
  const { reveal } = row;

  async function show() {
    setPending(true);
    const answer = await answered(desk.acts.reveal({ applicationId: desk.view.id, ...reveal }));
    setPending(false);
    if (!answer.ok) return announce(sentenceOf(answer.explained), 'red');
    setClear(answer.value.clear);
    announce('已显示全部，本次查看已记入操作日志', 'blue');
  }

  return (
    <span className={styles.value}>
      <span>{clear ?? row.value}</span>
      <Button
        size="s"
        variant="quiet"
        className={styles.show}
        pending={isPending}
        onClick={() => (clear ? setClear(null) : void show())}
      >
        {clear ? '隐藏' : '显示全部'}
      </Button>
    </span>
  );
}
