import { isSameTag, pageTag } from '@/lib/paper/render/page-tag';

/** What a tag vouches for. */
export type TaggedPage = {
  readonly number: string;
  readonly version: number;
  readonly page: number;
  /** SHA-256 of the frozen model (content-hash.ts), in hex. The file's own hash cannot stand in a QR inside the file. */
  readonly contentSha256: string;
};

/** The tag of one page of a receipt. */
export function pageCodeTag(secret: Uint8Array, { number, version, page, contentSha256 }: TaggedPage): string {
  return pageTag(secret, ['receipt-page', number, version, page, contentSha256]);
}

/** Whether a tag read from paper belongs to this page of this version. */
export function isPageCodeTag(tag: string, secret: Uint8Array, page: TaggedPage): boolean {
  return isSameTag(tag, pageCodeTag(secret, page));
}
