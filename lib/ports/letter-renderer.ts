import type { LetterModel } from '@/lib/letter/rules/letter-model';
import type { Result } from '@/lib/kernel/result';
import type { RenderedPaper } from './paper-renderer';
import type { CharactersNotCovered } from './receipt-renderer';

export type RenderedLetter = RenderedPaper;

/** Draws the letters of the office about a case, in the thread that draws receipts. */
export type LetterRenderer = {
  /** Rejects when the model is not sound, the renderer is overloaded, crashes or takes too long. Safe to repeat. */
  render(model: LetterModel): Promise<Result<RenderedLetter, CharactersNotCovered>>;
};

export type LetterRequest = { readonly kind: 'render-letter'; readonly model: LetterModel };

export type LetterAnswer =
  | { readonly kind: 'rendered-letter'; readonly result: Result<RenderedLetter, CharactersNotCovered> }
  | { readonly kind: 'failed'; readonly message: string };

/** The port over anything that takes requests and answers them, in this thread or another. */
export function letterRendererOver(ask: (request: LetterRequest) => Promise<LetterAnswer>): LetterRenderer {
  return {
    async render(model) {
      const answer = await ask({ kind: 'render-letter', model });
      if (answer.kind === 'rendered-letter') return answer.result;
      throw new Error(`the letter renderer failed: ${answer.message}`);
    },
  };
}
