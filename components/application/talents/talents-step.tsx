'use client';

import { useRef, useState } from 'react';
import type { LastImport } from '@/lib/application/import-queries';
import { Button, LinkButton } from '@/components/ui/button';
import { parsePart, talentOfPart } from '@/lib/application/rules/part-keys';
import { paths } from '@/lib/kernel/paths';
import { ReviewersWords } from '../fields/form-field';
import { FocusTarget } from '../wizard/focus-target';
import { RefusalNotice } from '../wizard/refusal-notice';
import { UndoNotice } from '../wizard/undo-notice';
import { Wizard } from '../wizard/wizard';
import { domIdOf, useWizard, type Target } from '../wizard/wizard-context';
import { WizardFrame } from '../wizard/wizard-frame';
import type { WizardView } from '../wizard/wizard-view';
import { ExportTalents } from './export-talents';
import { ImportNotice } from './import-notice';
import { ImportTalents } from './import-talents';
import { TalentList } from './talent-list';
import { TalentPanel } from './talent-panel';
import { useListActs } from './use-list-acts';
import styles from './talents.module.css';

/** 引进人才信息: the list in the order that the yearly cap goes by, and one of them being edited beside it. */
export function TalentsStep({ view, lastImport = null }: { view: WizardView; lastImport?: LastImport | null }) {
  return (
    <Wizard view={view}>
      <Screen lastImport={lastImport} />
    </Wizard>
  );
}

function Screen({ lastImport }: { lastImport: LastImport | null }) {
  const { draft, target } = useWizard();
  const { open, show } = useOpenTalent(target);
  const list = useListActs(open, show);
  const [isImporting, setImporting] = useState(false);
  const editing = draft.talents.find(({ id }) => id === open);
  if (isImporting) {
    return (
      <WizardFrame>
        <ImportTalents
          close={() => setImporting(false)}
          imported={(counts) => {
            setImporting(false);
            list.imported(counts);
          }}
        />
      </WizardFrame>
    );
  }
  return (
    <WizardFrame
      panel={
        editing && (
          <TalentPanel
            key={editing.id}
            talent={editing}
            show={show}
            copy={() => void list.add(editing.id)}
            remove={() => void list.remove([editing.id])}
          />
        )
      }
    >
      <Tools
        isAdding={list.busy === 'add'}
        add={() => void list.add()}
        importSheet={() => {
          show(null);
          setImporting(true);
        }}
      />
      <ReviewersWords part="section:talents" />
      <RefusalNotice refusal={list.refusal} />
      <UndoNotice
        words={list.removed && `已移除${list.removed.name}及其附件。`}
        isPending={list.busy === 'undo'}
        undo={() => void list.undo()}
      />
      <ImportNotice
        last={list.lastImported ?? lastImport}
        isPending={list.busy === 'undo-import'}
        undo={(importId) => void list.undoImport(importId)}
      />
      <TalentList
        open={open}
        show={show}
        copy={(talentId) => void list.add(talentId)}
        remove={(talentIds) => void list.remove(talentIds)}
        move={(talentId, place) => void list.move(talentId, place)}
        isBusy={list.busy !== null}
      />
      <FocusTarget />
    </WizardFrame>
  );
}

function Tools({ isAdding, add, importSheet }: { isAdding: boolean; add(): void; importSheet(): void }) {
  const { view, draft, session } = useWizard();
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
      <Button variant="plain" icon="sheet" onClick={importSheet}>
        从 Excel 导入
      </Button>
      {draft.status === 'DRAFT' && (
        <LinkButton variant="plain" icon="undo" href={paths.carryOver(draft.id)}>
          从以往申请带入
        </LinkButton>
      )}
      {draft.talents.length > 0 && (
        <ExportTalents
          applicationId={draft.id}
          submission={null}
          look={{ variant: 'plain', icon: 'download' }}
          before={session.flush}
        />
      )}
      <span>
        {draft.talents.length} 人，最多 {maxEntries} 人
      </span>
    </div>
  );
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
