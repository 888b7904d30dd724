'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { parsePart, talentOfPart } from '@/lib/application/rules/part-keys';
import { ReviewersWords } from '../fields/form-field';
import { FocusTarget } from '../wizard/focus-target';
import { RefusalNotice } from '../wizard/refusal-notice';
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
  const { view, draft, target } = useWizard();
  const { open, show } = useOpenTalent(target);
  const { busy, refusal, act } = useAct();
  const [removed, setRemoved] = useState<{ id: string; name: string } | null>(null);
  const { acts, config } = view;
  const applicationId = draft.id;
  const editing = draft.talents.find(({ id }) => id === open);

  async function add(copyOf?: string) {
    const added = await act('add', () => acts.addTalent({ applicationId, ...(copyOf && { copyOf }) }));
    if (added) show(added.talentId);
  }
  async function remove(talentId: string, name: string) {
    const done = await act('remove', () => acts.removeTalent({ applicationId, talentId }));
    if (done === null) return;
    setRemoved({ id: talentId, name: name || `未填姓名的${config.entryWord}` });
    if (talentId === open) show(null);
  }
  async function undo(talentId: string) {
    const done = await act('undo', () => acts.restoreTalent({ applicationId, talentId }));
    if (done !== null) setRemoved(null);
  }
  const reorder = (talentIds: readonly string[]) =>
    act('reorder', () => acts.reorderTalents({ applicationId, talentIds }));

  return (
    <WizardFrame
      panel={
        editing && (
          <TalentPanel
            key={editing.id}
            talent={editing}
            show={show}
            copy={() => void add(editing.id)}
            remove={() => void remove(editing.id, editing.name)}
          />
        )
      }
    >
      <div className={styles.tools}>
        <Button
          id={domIdOf('section:talents')}
          icon="plus"
          pending={busy === 'add'}
          disabled={draft.talents.length >= config.maxEntries}
          onClick={() => void add()}
        >
          添加{config.entryWord}
        </Button>
        <span>
          {draft.talents.length} 人，最多 {config.maxEntries} 人
        </span>
      </div>
      <ReviewersWords part="section:talents" />
      <RefusalNotice refusal={refusal} />
      {removed && (
        <Notice
          tone="neutral"
          role="status"
          icon="trash"
          actions={
            <Button size="s" pending={busy === 'undo'} onClick={() => void undo(removed.id)}>
              撤销移除
            </Button>
          }
        >
          已移除{removed.name}及其附件。
        </Notice>
      )}
      <TalentList open={open} show={show} remove={remove} reorder={reorder} isBusy={busy !== null} />
      <FocusTarget />
    </WizardFrame>
  );
}

/** Which talent is being edited: the one that a link led to, or that was chosen in the list. */
function useOpenTalent(target: Target | null): { open: string | null; show(talentId: string | null): void } {
  const [open, setOpen] = useState(() => talentOfTarget(target));
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const talentId = talentOfTarget(target);
    if (talentId) setOpen(talentId);
  }, [target]);

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
