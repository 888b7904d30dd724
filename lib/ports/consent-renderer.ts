import type { Consents } from '@/lib/application/rules/consent-model';
import type { Result } from '@/lib/kernel/result';
import type { CharactersNotCovered } from './receipt-renderer';

/** Draws the consents of talents, in the thread that draws receipts. */
export type ConsentRenderer = {
  /** Rejects when the renderer is overloaded, crashes or takes too long. Safe to repeat; nothing is kept. */
  render(consents: Consents): Promise<Result<Uint8Array, CharactersNotCovered>>;
};

export type ConsentRequest = { readonly kind: 'render-consents'; readonly consents: Consents };

export type ConsentAnswer =
  | { readonly kind: 'rendered-consents'; readonly result: Result<Uint8Array, CharactersNotCovered> }
  | { readonly kind: 'failed'; readonly message: string };

/** The port over anything that takes requests and answers them, in this thread or another. */
export function consentRendererOver(ask: (request: ConsentRequest) => Promise<ConsentAnswer>): ConsentRenderer {
  return {
    async render(consents) {
      const answer = await ask({ kind: 'render-consents', consents });
      if (answer.kind === 'rendered-consents') return answer.result;
      throw new Error(`the consent renderer failed: ${answer.message}`);
    },
  };
}
