import type { PaperModel } from '@/lib/enterprise/rules/paper-models';
import type { Result } from '@/lib/kernel/result';
import type { CharactersNotCovered } from './receipt-renderer';

export type RenderedPaper = {
  /** What is issued: these bytes and their hash are kept; rendering again is a check, never the source. */
  readonly pdf: Uint8Array;
  /** SHA-256 of `pdf`, in hex. */
  readonly sha256: string;
  /** SHA-256 of the frozen model, in hex: what the tags in the page codes vouch for. */
  readonly contentSha256: string;
  /** What the QR of each page says, first page first. */
  readonly codes: readonly string[];
};

/** Draws the papers of registration and change requests, in the thread that draws receipts. */
export type PaperRenderer = {
  /** Rejects when the model is not sound, the renderer is overloaded, crashes or takes too long. Safe to repeat. */
  render(model: PaperModel): Promise<Result<RenderedPaper, CharactersNotCovered>>;
};

export type PaperRequest = { readonly kind: 'render-paper'; readonly model: PaperModel };

export type PaperAnswer =
  | { readonly kind: 'rendered-paper'; readonly result: Result<RenderedPaper, CharactersNotCovered> }
  | { readonly kind: 'failed'; readonly message: string };

/** The port over anything that takes requests and answers them, in this thread or another. */
export function paperRendererOver(ask: (request: PaperRequest) => Promise<PaperAnswer>): PaperRenderer {
  return {
    async render(model) {
      const answer = await ask({ kind: 'render-paper', model });
      if (answer.kind === 'rendered-paper') return answer.result;
      throw new Error(`the paper renderer failed: ${answer.message}`);
    },
  };
}
