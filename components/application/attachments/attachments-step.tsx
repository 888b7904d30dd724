'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { parsePart, talentOfPart } from '@/lib/application/rules/part-keys';
import { askedPapers } from '@/lib/application/rules/requirements';
import { ReviewersWords } from '../fields/form-field';
import { FocusTarget } from '../wizard/focus-target';
import { RefusalNotice } from '../wizard/refusal-notice';
import { useAct } from '../wizard/use-act';
import { Wizard } from '../wizard/wizard';
import { useWizard } from '../wizard/wizard-context';
import { WizardFrame } from '../wizard/wizard-frame';
import type { WizardView } from '../wizard/wizard-view';
import { FileViewer, type ShownFile } from './file-viewer';
import { IdleFiles } from './idle-files';
import { PaperRow, type PaperActs } from './paper-row';
import { TalentPapers } from './talent-papers';
import { UploadLimits } from './upload-limits';
import { isMoving, useUploads } from './use-uploads';
import styles from './attachments.module.css';

/** 附件信息: the papers of the application and of each talent, each file saved the moment that it arrives. */
export function AttachmentsStep({ view }: { view: WizardView }) {
  return (
    <Wizard view={view}>
      <Screen />
    </Wizard>
  );
}

function Screen() {
  const { view, draft, obstacles, target } = useWizard();
  const { config } = view;
  const uploads = useUploads();
  const { refusal, act, busy } = useAct();
  const [removed, setRemoved] = useState<{ id: string; name: string } | null>(null);
  const [shown, setShown] = useState<ShownFile | null>(null);
  const applicationId = draft.id;
  const paperActs: PaperActs = {
    uploads,
    show: setShown,
    async remove({ id, fileName }) {
      const done = await act('remove', () => view.acts.removeAttachment({ applicationId, attachmentId: id }));
      if (done !== null) setRemoved({ id, name: fileName });
    },
  };
  async function undo(attachmentId: string) {
    const done = await act('undo', () => view.acts.restoreAttachment({ applicationId, attachmentId }));
    if (done !== null) setRemoved(null);
  }
  const common = askedPapers(draft, config).filter(({ talentId }) => talentId === null);
  const part = target && parsePart(target.part);
  const open = (talentId: string | null) =>
    obstacles.filter((one) => one.step === 'attachments' && (talentId === null) === (one.talentId === null)).length;
  const moving = uploads.underway.filter(isMoving).length;

  return (
    <WizardFrame>
      <UploadLimits />
      <ReviewersWords part="section:attachments" />
      <RefusalNotice refusal={refusal} />
      {moving > 0 && <Notice look="line">{moving} 个文件正在上传，可以先做别的。</Notice>}
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
          已移除 {removed.name}。
        </Notice>
      )}
      <Section title="申报单位附件" note="整份申请共用" aside={<Missing count={open(null)} />}>
        <div className={styles.card}>
          {common.map((paper) => (
            <PaperRow key={paper.requirement.id} paper={paper} acts={paperActs} />
          ))}
        </div>
      </Section>
      <Section
        title={`${config.entryWord}附件`}
        note={`${draft.talents.length} 人，每人单独上传`}
        aside={<Missing count={open('talent')} />}
      >
        <TalentPapers acts={paperActs} landed={part ? talentOfPart(part) : null} />
      </Section>
      <IdleFiles acts={paperActs} />
      <FileViewer file={shown} close={() => setShown(null)} />
      <FocusTarget />
    </WizardFrame>
  );
}

function Missing({ count }: { count: number }) {
  return (
    <Status tone={count > 0 ? 'amber' : 'green'} look="text">
      {count > 0 ? `差 ${count} 项` : '完成'}
    </Status>
  );
}
