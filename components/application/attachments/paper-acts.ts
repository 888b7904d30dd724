import type { AttachmentView } from '@/lib/application/rules/draft';
import type { ShownFile } from './file-viewer';
import type { Uploads } from './use-uploads';

/** What can be done with the files of a paper. */
export type PaperActs = {
  readonly uploads: Uploads;
  show(file: ShownFile): void;
  remove(file: AttachmentView): void;
};
