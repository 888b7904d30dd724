'use client';

import { useState, type DragEvent } from 'react';
import { LinkButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { FileButton } from '@/components/ui/file-button';
import { Icon } from '@/components/ui/icon';
import { Status } from '@/components/ui/status';
import { formatPart } from '@/lib/application/rules/part-keys';
import { filesOf, type AskedPaper } from '@/lib/application/rules/requirements';
import { ReviewersWords } from '../fields/form-field';
import { domIdOf, useWizard } from '../wizard/wizard-context';
import { FileLine, UnderwayLine } from './file-lines';
import type { PaperActs } from './paper-acts';
import { isMoving, type Underway } from './use-uploads';
import styles from './attachments.module.css';

type PaperRowProps = { readonly paper: AskedPaper; readonly acts: PaperActs };

/** One paper that is asked for: what it must look like, the files that are there or on their way, and the way to add one. */
export function PaperRow({ paper, acts }: PaperRowProps) {
  const { draft } = useWizard();
  const { requirement, talentId } = paper;
  const part = formatPart({ kind: 'attachment', requirementId: requirement.id, talentId });
  const id = domIdOf(part);
  const place = { applicationId: draft.id, requirementId: requirement.id, talentId };
  const files = filesOf(draft.attachments, requirement.id, talentId);
  const underway = acts.uploads.underway.filter(
    (one) => one.place.requirementId === requirement.id && one.place.talentId === talentId,
  );
  const room = requirement.maxFiles - files.length - underway.filter(isMoving).length;
  const send = (chosen: readonly File[]) => acts.uploads.send(chosen.slice(0, Math.max(room, 0)), place);
  const drop = useDrop(send);
  return (
    <div id={id} tabIndex={-1} {...drop.on} className={classNames(styles.paper, drop.isOver && styles.over)}>
      <Thumb hasFiles={files.length > 0} />
      <div className={styles.what}>
        <ReviewersWords part={part} />
        <p className={styles.label}>
          {requirement.label}
          {requirement.optional && <span className={styles.optional}>选填</span>}
        </p>
        {requirement.hint && <p className={styles.hint}>{requirement.hint}</p>}
        {files.map((file) => (
          <FileLine key={file.id} file={file} place={place} acts={acts} accept={requirement.accept} />
        ))}
        {underway.map((one) => (
          <UnderwayLine key={one.key} underway={one} uploads={acts.uploads} />
        ))}
      </div>
      <PaperState files={files.length} underway={underway} isOptional={requirement.optional ?? false} />
      <div className={styles.buttons}>
        {requirement.template && (
          <LinkButton size="s" variant="plain" icon="print" href={templateHref(place)} target="_blank">
            打印模板
          </LinkButton>
        )}
        {room > 0 && (
          <FileButton
            id={`${id}-file`}
            label={files.length > 0 ? '再加一页' : '选择文件'}
            look={{ variant: files.length > 0 ? 'quiet' : 'secondary', size: 's' }}
            showName={false}
            multiple={room > 1}
            accept={requirement.accept.join(',')}
            aria-label={`${requirement.label}，选择文件`}
            onChange={(event) => {
              send([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        )}
      </div>
    </div>
  );
}

function templateHref({ applicationId, requirementId, talentId }: AttachPlace): string {
  return `/applications/${applicationId}/templates/${requirementId}${talentId ? `?talent=${talentId}` : ''}`;
}
type AttachPlace = { applicationId: string; requirementId: string; talentId: string | null };

/** Files may also be dropped onto the row. */
function useDrop(send: (files: readonly File[]) => void) {
  const [isOver, setOver] = useState(false);
  return {
    isOver,
    on: {
      onDragOver(event: DragEvent) {
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        event.preventDefault();
        setOver(false);
        send([...event.dataTransfer.files]);
      },
    },
  };
}

function Thumb({ hasFiles }: { hasFiles: boolean }) {
  return (
    <span className={classNames(styles.thumb, hasFiles && styles.full)} aria-hidden>
      <Icon name={hasFiles ? 'files' : 'file'} />
    </span>
  );
}

type StateProps = { files: number; underway: readonly Underway[]; isOptional: boolean };

function PaperState({ files, underway, isOptional }: StateProps) {
  return (
    <div className={styles.state}>
      <StateWord files={files} underway={underway} isOptional={isOptional} />
    </div>
  );
}

function StateWord({ files, underway, isOptional }: StateProps) {
  if (underway.some(isMoving)) {
    return (
      <Status tone="blue" icon="upload" look="text">
        正在上传
      </Status>
    );
  }
  if (underway.length > 0) {
    return (
      <Status tone="red" look="text">
        上传失败
      </Status>
    );
  }
  if (files > 0) {
    return (
      <Status tone="green" look="text">
        {files > 1 ? `完成，${files} 个文件` : '完成'}
      </Status>
    );
  }
  return (
    <Status tone={isOptional ? 'neutral' : 'amber'} look="text">
      {isOptional ? '可不上传' : '未上传'}
    </Status>
  );
}
