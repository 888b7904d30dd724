'use client';

import { FileViewer } from '@/components/files/file-viewer';
import { LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { parsePart, talentOfPart } from '@/lib/application/rules/part-keys';
import { askedPapers } from '@/lib/application/rules/requirements';
import { paths } from '@/lib/kernel/paths';
import { ReviewersWords } from '../fields/form-field';
import { FocusTarget } from '../wizard/focus-target';
import { RefusalNotice } from '../wizard/refusal-notice';
import { UndoNotice } from '../wizard/undo-notice';
import { Wizard } from '../wizard/wizard';
import { useWizard } from '../wizard/wizard-context';
import { WizardFrame } from '../wizard/wizard-frame';
import type { WizardView } from '../wizard/wizard-view';
import { EarlierPapers } from './earlier-papers';
import { IdleFiles } from './idle-files';
import type { FileActions, PaperActs } from './paper-acts';
import { PaperRow } from './paper-row';
import { ShareDialog } from './share-dialog';
import { TalentPapers } from './talent-papers';
import { UploadLimits } from './upload-limits';
import { useFileActs } from './use-file-acts';
import { isMoving } from './use-uploads';
import styles from './attachments.module.css';

/** 附件信息: the papers of the application and of each talent, each file saved the moment that it arrives. */
export function AttachmentsStep({ view, actions }: { view: WizardView; actions: FileActions }) {
  return (
    <Wizard view={view}>
      <Screen actions={actions} />
    </Wizard>
  );
}

function Screen({ actions }: { actions: FileActions }) {
  const { view, draft, target } = useWizard();
  const files = useFileActs(actions);
  const part = target && parsePart(target.part);
  const moving = files.acts.uploads.underway.filter(isMoving).length;
  const { shown } = files;
  return (
    <WizardFrame>
      <div>
        <UploadLimits usedBytes={files.acts.beside.usedBytes} underway={files.acts.uploads.underway} />
        <div role="status">{moving > 0 && <Notice look="line">{moving} 个文件正在上传，可以先做别的。</Notice>}</div>
      </div>
      <ReviewersWords part="section:attachments" />
      <RefusalNotice refusal={files.refusal} />
      <UndoNotice
        words={files.removed && `已移除 ${files.removed.fileName}。`}
        isPending={files.busy === 'undo'}
        undo={() => void files.undo()}
      />
      <div className={shown ? styles.beside : undefined}>
        <Stack gap={4}>
          <CommonPapers acts={files.acts} />
          <Section
            title={`${view.config.entryWord}附件`}
            note={`${draft.talents.length} 人，每人单独上传，也可批量上传`}
            aside={
              <span className={styles.aside}>
                <Missing isOfTalents />
                <AllConsents />
                <ShareDialog uploads={files.acts.uploads} />
              </span>
            }
          >
            <TalentPapers acts={files.acts} landed={part ? talentOfPart(part) : null} />
          </Section>
          <IdleFiles acts={files.acts} />
        </Stack>
        {shown && (
          <FileViewer
            key={shown.files[shown.first]?.fileId}
            files={shown.files}
            first={shown.first}
            close={files.hide}
          />
        )}
      </div>
      <EarlierPapers
        choosing={files.choosing}
        isBusy={files.busy !== null}
        take={(paper) => void files.takeOver(paper)}
        close={files.stopChoosing}
      />
      <FocusTarget />
    </WizardFrame>
  );
}

function CommonPapers({ acts }: { acts: PaperActs }) {
  const { view, draft } = useWizard();
  const papers = askedPapers(draft, view.config).filter(({ talentId }) => talentId === null);
  return (
    <Section title="申报单位附件" note="整份申请共用" aside={<Missing />}>
      <div className={styles.card}>
        {papers.map((paper) => (
          <PaperRow key={paper.requirement.id} paper={paper} acts={acts} />
        ))}
      </div>
    </Section>
  );
}

/** The form that everybody signs, filled in for all of them. */
function AllConsents() {
  const { view, draft } = useWizard();
  const form = view.config.requirements.find(({ per, template }) => per === 'entry' && template === 'consent');
  if (!form || draft.talents.length === 0) return null;
  return (
    <LinkButton size="s" icon="print" href={paths.consents(draft.id, form.id)} target="_blank">
      打印全部授权书
    </LinkButton>
  );
}

function Missing({ isOfTalents = false }: { isOfTalents?: boolean }) {
  const { obstacles } = useWizard();
  const count = obstacles.filter((one) => one.step === 'attachments' && (one.talentId !== null) === isOfTalents).length;
  return (
    <Status tone={count > 0 ? 'amber' : 'green'} look="text">
      {count > 0 ? `差 ${count} 项` : '完成'}
    </Status>
  );
}
