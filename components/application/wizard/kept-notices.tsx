'use client';

import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import { isRevertible } from '../draft/draft-session';
import { keyOf } from '../draft/draft-values';
import { PlaceLinks } from './place-links';
import { StrayNotices } from './stray-notices';
import { useWizard } from './wizard-context';
import styles from './wizard.module.css';

/** Under the title: what came back, what has two values, whose talent has gone. */
export function KeptNotices() {
  const { restored, conflicts, strays } = useWizard().state;
  if (restored.length + conflicts.length + strays.length === 0) return null;
  return (
    <div className={styles.notices} data-print="hide">
      <RestoredNotice />
      <ConflictNotice />
      <StrayNotices />
    </div>
  );
}

/** What was typed before and not saved then, and the way to do without it. */
function RestoredNotice() {
  const { state, session } = useWizard();
  const isDisputed = (key: string) => state.conflicts.some((one) => keyOf(one) === key);
  const shown = state.restored.filter((one) => !isDisputed(keyOf(one)));
  if (shown.length === 0) return null;
  const isPartly = shown.some((one) => !isRevertible(one, state.draft));
  return (
    <Notice
      tone="blue"
      role="status"
      title={`已恢复 ${shown.length} 处未保存的内容`}
      actions={
        <>
          <ConfirmDialog
            label="放弃这些内容"
            look={{ size: 's', variant: 'plain' }}
            title="放弃恢复的内容？"
            thing={`${shown.length} 处恢复的内容`}
            consequence={
              <>
                这些栏目将回到您上次填写之前的内容。
                {isPartly && '证件号码等加密保存的内容无法退回，请在栏目中重新填写。'}
              </>
            }
            confirmLabel="放弃"
            danger
            action={() => session.forgo()}
          />
          <Button size="s" onClick={() => session.noteRestored()}>
            知道了
          </Button>
        </>
      }
    >
      <p>这是您之前在这台电脑上填写、当时没有保存成功的内容，已填回下列栏目：</p>
      <PlaceLinks places={shown} />
    </Notice>
  );
}

function ConflictNotice() {
  const { conflicts } = useWizard().state;
  if (conflicts.length === 0) return null;
  return (
    <Notice tone="amber" title={`${conflicts.length} 处在别处改过，请选择保留哪一个`}>
      <PlaceLinks places={conflicts} />
    </Notice>
  );
}
