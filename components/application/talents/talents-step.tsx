'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { parsePart, talentOfPart } from '@/lib/application/rules/part-keys';
import { ReviewersWords } from '../fields/form-field';
import { FocusTarget } from '../wizard/focus-target';
import { RefusalNotice } from '../wizard/refusal-notice';
import { UndoNotice } from '../wizard/undo-notice';
import { useAct } from '../wizard/use-act';
import { Wizard } from '../wizard/wizard';
import { domIdOf, useWizard, type Target } from '../wizard/wizard-context';
import { WizardFrame } from '../wizard/wizard-frame';
import type { WizardView } from '../wizard/wizard-view';
import { TalentList } from './talent-list';
import { TalentPanel } from './talent-panel';
import styles from './talents.module.css';

/** 引进人才信息: the list in the order that the yearly cap goes by, and one of them being edited beside it. */
export function TalentsStep({ view }: { view: WizardView }) {
  return (
    <Wizard view={view}>
      <Screen />
    </Wizard>
  );
}

function Screen() {
  const { draft, target } = useWizard();
  const { open, show } = useOpenTalent(target);
  const list = useListActs(open, show);
  const editing = draft.talents.find(({ id }) => id === open);
  return (
    <WizardFrame
      panel={
        editing && (
          <TalentPanel
            key={editing.id}
            talent={editing}
            show={show}
            copy={() => void list.add(editing.id)}
            remove={() => void list.remove(editing.id, editing.name)}
          />
        )
      }
    >
      <Tools isAdding={list.busy === 'add'} add={() => void list.add()} />
      <ReviewersWords part="section:talents" />
      <RefusalNotice refusal={list.refusal} />
      <UndoNotice
        words={list.removed && `已移除${list.removed.name}及其附件。`}
        isPending={list.busy === 'undo'}
        undo={() => void list.undo()}
      />
      <TalentList open={open} show={show} remove={list.remove} reorder={list.reorder} isBusy={list.busy !== null} />
      <FocusTarget />
    </WizardFrame>
  );
}

function Tools({ isAdding, add }: { isAdding: boolean; add(): void }) {
  const { view, draft } = useWizard();
  const { entryWord, maxEntries } = view.config;
  return (
    <div className={styles.tools}>
      <Button
        id={domIdOf('section:talents')}
        icon="plus"
        pending={isAdding}
        disabled={draft.talents.length >= maxEntries}
        onClick={add}
      >
        添加{entryWord}
      </Button>
      <span>
        {draft.talents.length} 人，最多 {maxEntries} 人
      </span>
    </div>
  );
}

/** Adding, removing with undo, and reordering. */
function useListActs(open: string | null, show: (talentId: string | null) => void) {
  const { view, draft } = useWizard();
  const { busy, refusal, act } = useAct();
  const [removed, setRemoved] = useState<{ id: string; name: string } | null>(null);
  const { acts, config } = view;
  const applicationId = draft.id;
  return {
    busy,
    refusal,
    removed,
    async add(copyOf?: string) {
      const added = await act('add', () => acts.addTalent({ applicationId, ...(copyOf && { copyOf }) }));
      if (added) show(added.talentId);
    },
    async remove(talentId: string, name: string) {
      const done = await act('remove', () => acts.removeTalent({ applicationId, talentId }));
      if (done === null) return;
      setRemoved({ id: talentId, name: name || `未填姓名的${config.entryWord}` });
      if (talentId === open) show(null);
    },
    async undo() {
      if (!removed) return;
      const done = await act('undo', () => acts.restoreTalent({ applicationId, talentId: removed.id }));
      if (done !== null) setRemoved(null);
    },
    reorder: (talentIds: readonly string[]) =>
      void act('reorder', () => acts.reorderTalents({ applicationId, talentIds })),
  };
}

/** Which talent is being edited: the one that a link led to, or that was chosen in the list. */
function useOpenTalent(target: Target | null): { open: string | null; show(talentId: string | null): void } {
  const [open, setOpen] = useState(() => talentOfTarget(target));
  const opener = useRef<HTMLElement | null>(null);
  const [followed, setFollowed] = useState(target);
  if (target !== followed) {
    setFollowed(target);
    setOpen(talentOfTarget(target) ?? open);
  }

  return {
    open,
    show(talentId) {
      if (open === null && document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
      setOpen(talentId);
      if (talentId === null) opener.current?.focus();
    },
  };
}

function talentOfTarget(target: Target | null): string | null {
  const part = target && parsePart(target.part);
  return part ? talentOfPart(part) : null;
}
