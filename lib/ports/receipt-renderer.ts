import type { Result } from '@/lib/kernel/result';
import type { ReceiptModel } from '@/lib/receipt/rules/model';
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
};

/** No font on the receipt has these characters. They are never replaced by similar ones. */
export type CharactersNotCovered = {
  readonly code: 'characters-not-covered';
  readonly characters: readonly string[];
};

export type ReceiptRenderer = {
  /** Rejects when the model is not sound, the renderer is overloaded, crashes or takes too long. Safe to repeat. */
  render(model: ReceiptModel): Promise<Result<RenderedReceipt, CharactersNotCovered>>;
  /** The characters of these texts that a receipt cannot print, each once. */
  check(texts: readonly string[]): Promise<string[]>;
};

/** What a renderer in another thread is asked; it answers each request once. */
export type RendererRequest =
  | { readonly kind: 'render'; readonly model: ReceiptModel }
  | { readonly kind: 'check'; readonly texts: readonly string[] };

export type RendererAnswer =
  | { readonly kind: 'rendered'; readonly result: Result<RenderedReceipt, CharactersNotCovered> }
  | { readonly kind: 'checked'; readonly characters: string[] }
  /** A bug, or a model that breaks its invariants: the message of what was thrown. */
  | { readonly kind: 'failed'; readonly message: string };

/** The port over anything that takes requests and answers them, in this thread or another. */
export function rendererOver(ask: (request: RendererRequest) => Promise<RendererAnswer>): ReceiptRenderer {
  return {
    async render(model) {
      const answer = await ask({ kind: 'render', model });
      if (answer.kind === 'rendered') return answer.result;
      throw unexpected(answer);
    },
    async check(texts) {
      const answer = await ask({ kind: 'check', texts });
      if (answer.kind === 'checked') return answer.characters;
      throw unexpected(answer);
    },
  };
}

function unexpected(answer: RendererAnswer): Error {
  return new Error(
    `the receipt renderer ${answer.kind === 'failed' ? `failed: ${answer.message}` : 'mixed answers up'}`,
  );
}
