import type { RendererAnswer, RendererRequest } from '@/lib/ports/receipt-renderer';

import { uncoveredCharacters } from '@/lib/paper/render/coverage';
import type { RenderSettings } from '@/lib/paper/render/render-sheets';
import { readFont } from '@/lib/paper/render/read-font';
import { renderReceipt } from './render-receipt';

/** Answers one request, in whatever thread. Never rejects: what is thrown becomes the answer `failed`. */
export async function answerRequest(request: RendererRequest, settings: RenderSettings): Promise<RendererAnswer> {
  try {
    if (request.kind === 'render')
      return { kind: 'rendered', result: await renderReceipt(request.model, settings, request.fallbacks) };
    if (request.kind === 'read-font') return { kind: 'font-read', reading: readFont(request) };
    // Values are printed in these two; the title's font only ever prints the title.
    const { regular, bold } = settings.fonts;
    return { kind: 'checked', characters: uncoveredCharacters(request.texts, [regular, bold]) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
