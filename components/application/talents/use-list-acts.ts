'use client';

import { useState } from 'react';
import { announce } from '@/components/ui/announcer';
import type { LastImport } from '@/lib/application/import-queries';
import { movedTo } from '@/lib/application/rules/talent-list';
import { useAct } from '../wizard/use-act';
import { useWizard } from '../wizard/wizard-context';
import { gripId } from './row-acts';

/** Adding, copying, moving, removing and importing, the last two with undo. */
export function useListActs(open: string | null, show: (talentId: string | null) => void) {
  const { view, draft } = useWizard();
  const { busy, refusal, act } = useAct();
  const [removed, setRemoved] = useState<{ ids: readonly string[]; name: string } | null>(null);
  const [lastImported, setImported] = useState<LastImport | null>(null);
  const { acts, config } = view;
  const applicationId = draft.id;
  return {
    busy,
    refusal,
    removed,
    lastImported,
    imported(done: LastImport) {
      setRemoved(null);
      setImported(done);
      announce(`已导入：新增 ${done.added} 位，更新 ${done.changed} 位`);
    },
    async add(copyOf?: string) {
      const added = await act('add', () => acts.addTalent({ applicationId, ...(copyOf && { copyOf }) }));
      if (added) show(added.talentId);
    },
    async remove(ids: readonly string[]) {
      const named = draft.talents.filter(({ id }) => ids.includes(id));
      const name = named.length === 1 ? named[0]?.name || `未填姓名的${config.entryWord}` : ` ${ids.length} 位`;
      const done = await act('remove', () => acts.removeTalents({ applicationId, talentIds: ids }));
      if (done === null) return;
      setRemoved({ ids, name });
      if (open && ids.includes(open)) show(null);
    },
    async undo() {
      if (!removed) return;
      const done = await act('undo', () => acts.restoreTalents({ applicationId, talentIds: removed.ids }));
      if (done !== null) setRemoved(null);
    },
    async undoImport(importId: string) {
      const done = await act('undo-import', () => acts.undoImport({ applicationId, importId }));
      if (done !== null) announce('已撤销导入，名单恢复原样');
    },
    async move(talentId: string, place: number) {
      const ids = draft.talents.map(({ id }) => id);
      const talentIds = movedTo(ids, talentId, place);
      if (talentIds.every((id, index) => id === ids[index])) return;
      const done = await act('reorder', () => acts.reorderTalents({ applicationId, talentIds }));
      if (done === null) return;
      announce(`已移到第 ${talentIds.indexOf(talentId) + 1} 位`);
      // The row went elsewhere in the page, and the focus with it only if it is put there.
      requestAnimationFrame(() => document.getElementById(gripId(talentId))?.focus());
    },
  };
}
