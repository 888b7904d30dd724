'use client';

import { Button } from '@/components/ui/button';
import { Spoken } from '@/components/ui/layout';
import { Kbd } from '@/components/ui/status';
import type { Box } from '@/lib/files/rules/region';
import type { Marking } from './use-marking';
import styles from './proof-viewer.module.css';

/** What can be done with the box that is drawn. */
export function MarkingBar({ marking }: { marking: Marking }) {
  const { box, row } = marking;
  if (!box) return null;
  return (
    <div className={styles.marking} role="toolbar" aria-label="框选">
      <span className={styles.hint}>
        <Kbd>↑↓←→</Kbd> 移动，加 <Kbd>Shift</Kbd> 改大小
      </span>
      {row && (
        <Button size="s" variant="primary" onClick={() => void marking.keep()}>
          <Kbd>Enter</Kbd> 记为“{row.label}”
        </Button>
      )}
      <Button size="s" variant="plain" onClick={marking.comment}>
        <Kbd>C</Kbd> 对此处写意见
      </Button>
      <Button size="s" variant="plain" onClick={marking.stop}>
        <Kbd>Esc</Kbd> 取消
      </Button>
      <div aria-live="polite">
        <Spoken>{spoken(box)}</Spoken>
      </div>
    </div>
  );
}

function spoken({ x, y, width, height }: Box): string {
  const percent = (value: number) => `${Math.round(value * 100)}%`;
  return `选框：左 ${percent(x)}，上 ${percent(y)}，宽 ${percent(width)}，高 ${percent(height)}`;
}
