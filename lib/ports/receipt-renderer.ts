import type { Result } from '@/lib/kernel/result';
import type { ReceiptModel } from '@/lib/receipt/rules/model';
import type { FallbackFile } from '@/lib/paper/rules/fallback-file';
import type { ValueCell } from '@/lib/paper/rules/sheet';

export type RenderedReceipt = {
  /** What is issued: these bytes and their hash are kept; rendering again is a check, never the source. */
  readonly pdf: Uint8Array;
  /** SHA-256 of `pdf`, in hex. */
  readonly sha256: string;
  /** SHA-256 of the frozen model, in hex: what the tags in the page codes vouch for. */
  readonly contentSha256: string;
  /** What the QR of each page says, first page first. */
  readonly codes: readonly string[];
  readonly pages: number;
  /** Where the values stand on each page, in mm, for comparing a photograph with what was issued. */
  readonly valueCells: readonly ValueCell[];
  /** SHA-256 of the added fonts that print something on it: with these the same bytes can be made again. */
  readonly fallbackFonts: readonly string[];
};

/** A font that was added: its hash, and where its bytes come from the first time that this server needs them. */
export type AddedFont = { readonly sha256: string; bytes(): Promise<Uint8Array> };

/** What a font file is. `unusable` says in a word why it is not taken. */
export type FontReading =
  | { readonly kind: 'font'; readonly name: string; readonly characters: number; readonly has: readonly string[] }
  | { readonly kind: 'unusable'; readonly why: 'no-font' | 'collection' | 'no-licence' | 'broken' };

/** No font on the receipt has these characters. They are never replaced by similar ones. */
export type CharactersNotCovered = {
  readonly code: 'characters-not-covered';
  readonly characters: readonly string[];
};

export type ReceiptRenderer = {
  /** Rejects when the model is not sound, the renderer is overloaded, crashes or takes too long. Safe to repeat. */
  render(model: ReceiptModel, added?: readonly AddedFont[]): Promise<Result<RenderedReceipt, CharactersNotCovered>>;
  /** The characters of these texts that a receipt cannot print, each once. */
  check(texts: readonly string[]): Promise<string[]>;
  /** Reads a font file in its thread: which of these characters it really draws, and whether it may be embedded. */
  readFont(bytes: Uint8Array, characters: readonly string[]): Promise<FontReading>;
};

/** What a renderer in another thread is asked; it answers each request once. */
export type RendererRequest =
  | { readonly kind: 'render'; readonly model: ReceiptModel; readonly fallbacks: readonly FallbackFile[] }
  | { readonly kind: 'read-font'; readonly bytes: Uint8Array; readonly characters: readonly string[] }
  | { readonly kind: 'check'; readonly texts: readonly string[] };

export type RendererAnswer =
  | { readonly kind: 'rendered'; readonly result: Result<RenderedReceipt, CharactersNotCovered> }
  | { readonly kind: 'checked'; readonly characters: string[] }
  | { readonly kind: 'font-read'; readonly reading: FontReading }
  /** A bug, or a model that breaks its invariants: the message of what was thrown. */
  | { readonly kind: 'failed'; readonly message: string };

/**
 * The port over anything that takes requests and answers them, in this thread or another. `place` puts an added font
 * where that thread can open it, and answers its path.
 */
export function rendererOver(
  ask: (request: RendererRequest) => Promise<RendererAnswer>,
  place: (font: AddedFont) => Promise<string>,
): ReceiptRenderer {
  return {
    async render(model, added = []) {
      const fallbacks = await Promise.all(
        added.map(async (font) => ({ sha256: font.sha256, path: await place(font) })),
      );
      const answer = await ask({ kind: 'render', model, fallbacks });
      if (answer.kind === 'rendered') return answer.result;
      throw unexpected(answer);
    },
    async check(texts) {
      const answer = await ask({ kind: 'check', texts });
      if (answer.kind === 'checked') return answer.characters;
      throw unexpected(answer);
    },
    async readFont(bytes, characters) {
      const answer = await ask({ kind: 'read-font', bytes, characters });
      if (answer.kind === 'font-read') return answer.reading;
      throw unexpected(answer);
    },
  };
}

function unexpected(answer: RendererAnswer): Error {
  return new Error(
    `the receipt renderer ${answer.kind === 'failed' ? `failed: ${answer.message}` : 'mixed answers up'}`,
  );
}
