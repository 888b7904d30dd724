'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { LastImport } from '@/lib/application/import-queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { useWizard } from '../wizard/wizard-context';

type Props = { readonly last: LastImport | null; readonly isPending: boolean; undo(importId: string): void };

/** What the last import did, and its undoing for as long as nothing was saved since. */
export function ImportNotice({ last, isPending, undo }: Props) {
  const { state } = useWizard();
  if (!last || state.draft.revision !== last.revision || state.pending.size > 0) return null;
  return (
    <Notice
      tone="green"
      role="status"
      title={`已导入：新增 ${last.added} 位，更新 ${last.changed} 位`}
      actions={
        <Button size="s" pending={isPending} onClick={() => undo(last.id)}>
          撤销本次导入
        </Button>
      }
    >
      {last.fileName}，{formatDayTime(new Date(last.at))}。{last.left > 0 && `有误的 ${last.left} 行没有导入。`}
      再修改名单之前可以撤销。
    </Notice>
  );
}
