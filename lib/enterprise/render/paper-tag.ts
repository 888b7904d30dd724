import { isSameTag, pageTag } from '@/lib/paper/render/page-tag';
import type { PaperKind } from '../rules/paper-kinds';

/** What the tag in a paper's code vouches for. */
export type TaggedPaper = {
  readonly number: string;
  readonly version: number;
  readonly kind: PaperKind;
  readonly page: number;
  /** SHA-256 of the frozen model, in hex. */
  readonly contentSha256: string;
};

export function paperTag(secret: Uint8Array, { number, version, kind, page, contentSha256 }: TaggedPaper): string {
  return pageTag(secret, ['issued-paper', kind, number, version, page, contentSha256]);
}

/** Whether a tag read from paper belongs to this page of this version. */
export function isPaperTag(tag: string, secret: Uint8Array, page: TaggedPaper): boolean {
  return isSameTag(tag, paperTag(secret, page));
}
