'use client';

import { useEffect, useRef, useState } from 'react';
import type { ShownFile } from '@/components/files/file-viewer';
import { announce } from '@/components/ui/announcer';
import type { AttachmentView } from '@/lib/application/rules/draft';
import type { EarlierPaper } from '@/lib/application/rules/place-of-upload';
import { useAct } from '../wizard/use-act';
import { useWizard } from '../wizard/wizard-context';
import type { FileActions, PaperActs } from './paper-acts';
import { useBeside } from './use-beside';
import { cancelUpload, type Uploaded, type UploadPlace } from './upload-file';
import { useUploads, type Underway } from './use-uploads';

export type Shown = { readonly files: readonly ShownFile[]; readonly first: number };
export type Choosing = { readonly place: UploadPlace; readonly label: string };

/** Uploading, looking at, ordering, taking over, and removing with undo. */
export function useFileActs({ moveAttachment, shareAttachment, takeOver }: FileActions) {
  const { view, draft, session } = useWizard();
  const applicationId = draft.id;
  const [shown, setShown] = useState<Shown | null>(null);
  const [choosing, setChoosing] = useState<Choosing | null>(null);
  const [removed, setRemoved] = useState<AttachmentView | null>(null);
  const [notes, setNotes] = useState<PaperActs['notes']>({});
  const { beside, isKnown, refresh } = useBeside(applicationId, draft.revision);
  const { refusal, act, busy } = useAct();

  async function arrived({ attachmentId, alsoIn }: Uploaded, one: Underway) {
    const wasThere = draft.attachments.some(({ id }) => id === attachmentId);
    if (wasThere) announce(`${one.file.name} 已在这里，没有重复附上。`, 'neutral');
    else announce(`${one.file.name} 已上传${one.alsoFor.length > 0 ? `，附给 ${one.alsoFor.length + 1} 人` : ''}。`);
    const talentIds = [...one.alsoFor];
    if (talentIds.length > 0) await act('share', () => shareAttachment({ applicationId, attachmentId, talentIds }));
    if (alsoIn.length > 0) setNotes((all) => ({ ...all, [attachmentId]: `同一文件也附在 ${alsoIn.join('、')}` }));
    await session.refresh();
  }

  const uploads = useUploads(arrived, { ended: () => void refresh() });
  const hasTakenUp = useRef(false);
  useEffect(() => {
    if (!isKnown || hasTakenUp.current) return;
    hasTakenUp.current = true;
    const acceptOf = (id: string) => view.config.requirements.find((one) => one.id === id)?.accept ?? [];
    void uploads.takeUp(beside.unfinished, acceptOf);
  }, [isKnown, beside, uploads, view.config]);

  const acts: PaperActs = {
    ...{ uploads, beside, notes },
    show: (file, all = [file]) => {
      const first = all.findIndex(({ fileId }) => fileId === file.fileId);
      setShown({ files: all, first: Math.max(0, first) });
    },
    async remove(file) {
      const done = await act('remove', () => view.acts.removeAttachment({ applicationId, attachmentId: file.id }));
      if (done !== null) setRemoved(file);
    },
    restore: (attachmentId) =>
      void act('restore', () => view.acts.restoreAttachment({ applicationId, attachmentId })).then(refresh),
    move: (attachmentId, by) => void act('move', () => moveAttachment({ applicationId, attachmentId, by })),
    abandon: ({ uploadId }) => void cancelUpload(uploadId).then(refresh),
    chooseEarlier: (place, label) => setChoosing({ place, label }),
  };
  return {
    ...{ acts, refusal, busy, removed, shown, choosing },
    hide: () => setShown(null),
    stopChoosing: () => setChoosing(null),
    async takeOver({ attachmentId }: EarlierPaper) {
      if (!choosing) return;
      const { requirementId, talentId } = choosing.place;
      const input = { applicationId, requirementId, talentId, attachmentId };
      const done = await act('take-over', () => takeOver(input));
      if (done !== null) announce(`${choosing.label} 已从以往申请中选用。`);
      setChoosing(null);
    },
    async undo() {
      if (!removed) return;
      const done = await act('undo', () => view.acts.restoreAttachment({ applicationId, attachmentId: removed.id }));
      if (done !== null) setRemoved(null);
    },
  };
}
