import type { AttachmentView } from '@/lib/application/rules/draft';
import type { BesidePapers, Unfinished } from '@/lib/application/rules/place-of-upload';
import type { ShownFile } from '@/components/files/file-viewer';
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
