'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { fieldById } from '@/lib/programme/rules/fields';
import type { Stray } from '../draft/draft-state';
import { useAct } from './use-act';
import { useWizard } from './wizard-context';
import styles from './wizard.module.css';

/** Talents that somebody removed while one was typing about them: what had been typed can still be read and taken up. */
export function StrayNotices() {
  return useWizard().state.strays.map((stray) => <StrayNotice key={stray.talentId} stray={stray} />);
}

function StrayNotice({ stray: { talentId, name, changes } }: { stray: Stray }) {
  const { view, session, draft } = useWizard();
  const { busy, act } = useAct();
  const { config } = view;
  return (
    <Notice
      tone="amber"
      role="alert"
      title={`${name || `未填姓名的${config.entryWord}`}已在别处移除`}
      actions={
        <>
          <Button
            size="s"
            pending={busy !== null}
            onClick={() =>
              void act('restore', () => view.acts.restoreTalents({ applicationId: draft.id, talentIds: [talentId] }))
            }
          >
            恢复此人并填入
          </Button>
          <Button size="s" variant="plain" onClick={() => session.dropStray(talentId)}>
            不再需要
          </Button>
        </>
      }
    >
      <p>您填写的以下内容没有保存：</p>
      <dl className={styles.stray}>
        {changes.map(({ fieldId, value }) => {
          const field = fieldById(config, fieldId);
          return (
            <div key={fieldId}>
              <dt>{field?.label ?? fieldId}</dt>
              <dd>{field ? displayAnswer(field, value, config.categories) : value}</dd>
            </div>
          );
        })}
      </dl>
    </Notice>
  );
}
