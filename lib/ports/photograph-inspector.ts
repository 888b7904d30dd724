import type { Finding } from '@/lib/capture/rules/findings';
import type { ContentReading, Inspection } from '@/lib/capture/rules/inspection';
import type { Result } from '@/lib/kernel/result';

/** A picture that was read, with everything that is kept of it. */
export type InspectedPhotograph = {
  /** What came in, by its content, whatever its name said. */
  readonly mediaType: 'image/jpeg' | 'image/png';
  /** SHA-256 of the bytes as they came in, hexadecimal: proves later what was sent. */
  readonly originalSha256: string;
  /** The same picture, not compressed again, without place, device, time, thumbnail or comments. */
  readonly kept: Uint8Array;
  /** The picture upright, as a JPEG for browsers. */
  readonly view: Uint8Array;
  /** The sheet straightened to A4 at 200 dots per inch, as a JPEG; null when its corners were not found. */
  readonly flat: Uint8Array | null;
  readonly inspection: Inspection;
  /** What the picture alone tells; `judge` adds whether its code is the right one. */
  readonly findings: readonly Finding[];
};

export type PhotographRefusal = {
  /**
   * `not-an-image`: neither JPEG nor PNG by content. `heic-unsupported`: an iPhone's own format. `too-large`: too many
   * bytes. `too-many-pixels`: would not fit into memory. `unreadable`: damaged, cut off, or it took too long. `busy`: too
   * many wait; the same picture may be sent again.
   */
  readonly code: 'not-an-image' | 'too-large' | 'too-many-pixels' | 'heic-unsupported' | 'unreadable' | 'busy';
};

export type PhotographInspector = {
  /** Reads one uploaded picture of a receipt. Safe to repeat: the same bytes give the same answer. */
  inspect(bytes: Uint8Array): Promise<Result<InspectedPhotograph, PhotographRefusal>>;
  /** Compares a straightened sheet (`flat`) with the first page of the PDF that was issued. Null: it took too long, or too many wait. */
  compare(flat: Uint8Array, pdf: Uint8Array): Promise<ContentReading | null>;
};

export type ContentRequest = { readonly kind: 'content'; readonly flat: Uint8Array; readonly pdf: Uint8Array };
export type ContentAnswer =
  | { readonly kind: 'content-read'; readonly reading: ContentReading }
  | { readonly kind: 'failed'; readonly message: string };

/** What an inspector in another thread answers to the bytes of one picture. */
export type InspectorAnswer =
  | { readonly kind: 'read'; readonly result: Result<InspectedPhotograph, PhotographRefusal> }
  /** A bug: the message of what was thrown. */
  | { readonly kind: 'failed'; readonly message: string };
