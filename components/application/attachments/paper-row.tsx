'use client';

import { useState, type ClipboardEvent, type DragEvent } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button, LinkButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { FileButton } from '@/components/ui/file-button';
import { Status } from '@/components/ui/status';
import { formatPart } from '@/lib/application/rules/part-keys';
import { filesOf, type AskedPaper } from '@/lib/application/rules/requirements';
import { paths } from '@/lib/kernel/paths';
import { acceptedWords, MEDIA_TYPES } from '@/lib/files/rules/media-types';
import { ReviewersWords } from '../fields/form-field';
import { domIdOf, useWizard } from '../wizard/wizard-context';
import { FormerFiles, InfectedLine, UnfinishedLine } from './beside-lines';
import { acceptList, FileLine } from './file-lines';
import type { PaperActs } from './paper-acts';
import { UnderwayLine } from './underway-line';
import { isMoving, isTakenUp, type Underway } from './use-uploads';
import styles from './attachments.module.css';

type PaperRowProps = { readonly paper: AskedPaper; readonly acts: PaperActs };

/**
 * One paper that is asked for: what it must look like, the files that are there or on their way, what was there before,
 * and the ways to add one: chosen, dropped, pasted, or taken from an earlier application.
 */
export function PaperRow({ paper, acts }: PaperRowProps) {
  const { draft } = useWizard();
  const { requirement, talentId } = paper;
  const part = formatPart({ kind: 'attachment', requirementId: requirement.id, talentId });
  const id = domIdOf(part);
  const place = { applicationId: draft.id, requirementId: requirement.id, talentId };
  const files = filesOf(draft.attachments, requirement.id, talentId);
  const isHere = (one: Place) => one.requirementId === requirement.id && one.talentId === talentId;
  const underway = acts.uploads.underway.filter((one) => isHere(one.place));
  const room = requirement.maxFiles - files.length - underway.filter(isAdded).length;
  const send = (chosen: readonly File[]) => {
    if (chosen.length > room)
      announce(`${requirement.label}最多 ${requirement.maxFiles} 个文件，多出的没有上传。`, 'amber');
    acts.uploads.send(chosen.slice(0, Math.max(room, 0)), place, requirement.accept);
  };
  const drop = useDrop(send);
  return (
    <div id={id} tabIndex={-1} {...drop.on} className={classNames(styles.paper, drop.isOver && styles.over)}>
      <div className={styles.what}>
        <ReviewersWords part={part} />
        <p className={styles.label}>
          {requirement.label}
          {requirement.optional && <span className={styles.optional}>选填</span>}
        </p>
        <p className={styles.hint} id={`${id}-limits`}>
          {requirement.hint}　<span className={styles.limit}>{limitWords(requirement)}</span>
        </p>
        {files.map((file) => (
          <FileLine key={file.id} {...{ file, files, place, acts }} accept={requirement.accept} />
        ))}
        {acts.beside.infected.filter(isHere).map((file) => (
          <InfectedLine key={file.attachmentId} file={file} />
        ))}
        {underway.map((one) => (
          <UnderwayLine key={one.key} underway={one} uploads={acts.uploads} />
        ))}
        {acts.beside.unfinished
          .filter((one) => isHere(one) && !isTakenUp(one, acts.uploads.underway))
          .map((one) => (
            <UnfinishedLine key={one.uploadId} unfinished={one} {...{ acts, place }} accept={requirement.accept} />
          ))}
        <FormerFiles files={acts.beside.former.filter(isHere)} acts={acts} />
      </div>
      <PaperState files={files.length} underway={underway} isOptional={requirement.optional ?? false} />
      <div className={styles.buttons}>
        {requirement.template && (
          <LinkButton
            size="s"
            variant="plain"
            icon="print"
            href={templateHref(place, requirement.template)}
            target="_blank"
          >
            打印模板
          </LinkButton>
        )}
        {room > 0 && (
          <>
            <Button size="s" variant="quiet" onClick={() => acts.chooseEarlier(place, requirement.label)}>
              从以往申请中选用
            </Button>
            <FileButton
              id={`${id}-file`}
              label={files.length > 0 ? '再加一页' : '选择文件'}
              look={{ variant: files.length > 0 ? 'quiet' : 'secondary', size: 's' }}
              showName={false}
              multiple={room > 1}
              accept={acceptList(requirement.accept)}
              aria-label={`${requirement.label}，选择文件`}
              aria-describedby={`${id}-limits`}
              onChange={(event) => {
                send([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </>
        )}
      </div>
    </div>
  );
}

type Place = { readonly requirementId: string; readonly talentId: string | null };

/** One more in the place, as one that replaces another is not. */
const isAdded = (one: Underway) => isMoving(one) && !one.place.replaces;

/** `JPG、PNG 或 PDF，最多 3 个文件`: said before anything is chosen. */
function limitWords({ accept, maxFiles }: AskedPaper['requirement']): string {
  const kinds = acceptedWords(MEDIA_TYPES.filter((type) => accept.includes(type)));
  return `${kinds}，${maxFiles > 1 ? `最多 ${maxFiles} 个文件` : '1 个文件'}`;
}

/** What is filled in for one person is a PDF; other forms are a page to print. */
function templateHref({ applicationId, requirementId, talentId }: AttachPlace, template: string): string {
  if (template === 'consent') return paths.consents(applicationId, requirementId, talentId);
  return `/applications/${applicationId}/templates/${requirementId}${talentId ? `?talent=${talentId}` : ''}`;
}
type AttachPlace = { applicationId: string; requirementId: string; talentId: string | null };

/** Files may also be dropped onto the row, or pasted into it: a screenshot has no name of its own. */
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
      onPaste(event: ClipboardEvent) {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        send(
          files.map((file) => (file.name === 'image.png' ? new File([file], '截图.png', { type: file.type }) : file)),
        );
      },
    },
  };
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
  if (underway.length > 0 && underway.every(({ code }) => code === 'file-already-attached')) {
    return (
      <Status tone="amber" look="text">
        待确认
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
