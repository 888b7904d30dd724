import type { ListModel } from '@/lib/letter/rules/list-model';
import type { Result } from '@/lib/kernel/result';
import type { CharactersNotCovered } from './receipt-renderer';

export type RenderedList = {
  readonly pdf: Uint8Array;
  /** SHA-256 of `pdf`, in hex. */
  readonly sha256: string;
};

/** Draws lists for the office, in the thread that draws receipts. */
export type ListRenderer = {
  /** Rejects when the model is not sound, the renderer is overloaded, crashes or takes too long. Safe to repeat. */
  render(model: ListModel): Promise<Result<RenderedList, CharactersNotCovered>>;
};

export type ListRequest = { readonly kind: 'render-list'; readonly model: ListModel };

export type ListAnswer =
  | { readonly kind: 'rendered-list'; readonly result: Result<RenderedList, CharactersNotCovered> }
  | { readonly kind: 'failed'; readonly message: string };

/** The port over anything that takes requests and answers them, in this thread or another. */
export function listRendererOver(ask: (request: ListRequest) => Promise<ListAnswer>): ListRenderer {
  return {
    async render(model) {
      const answer = await ask({ kind: 'render-list', model });
      if (answer.kind === 'rendered-list') return answer.result;
      throw new Error(`the list renderer failed: ${answer.message}`);
    },
  };
}
