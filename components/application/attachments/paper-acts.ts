import type { AttachmentView } from '@/lib/application/rules/draft';
import type { BesidePapers, Unfinished } from '@/lib/application/rules/place-of-upload';
import type { ShownFile } from '@/components/files/file-viewer';
import type { Answer } from '../wizard/wizard-acts';
import type { UploadPlace } from './upload-file';
import type { Uploads } from './use-uploads';

/** What can be done with the files of a paper. */
export type PaperActs = {
  readonly uploads: Uploads;
  readonly beside: BesidePapers;
  /** Whatever else the newest upload told, by attachment: where else the same file is. */
  readonly notes: Readonly<Record<string, string>>;
  /** Several files of one paper are looked at one after the other. */
  show(file: ShownFile, all?: readonly ShownFile[]): void;
  remove(file: AttachmentView): void;
  /** Puts a replaced or removed file back. */
  restore(attachmentId: string): void;
  move(attachmentId: string, by: -1 | 1): void;
  /** Forgets an upload that no file of this browser goes on with. */
  abandon(unfinished: Unfinished): void;
  /** 从以往申请中选用. */
  chooseEarlier(place: UploadPlace, label: string): void;
};

type Place = { readonly applicationId: string; readonly attachmentId: string };

/** What the papers need of the server beside the wizard's own acts; server actions, handed in by the page. */
export type FileActions = {
  readonly moveAttachment: (input: Place & { readonly by: -1 | 1 }) => Promise<Answer<unknown>>;
  readonly shareAttachment: (input: Place & { readonly talentIds: string[] }) => Promise<Answer<unknown>>;
  readonly takeOver: (
    input: Place & { readonly requirementId: string; readonly talentId: string | null },
  ) => Promise<Answer<unknown>>;
};
