import type { ReceiptRenderer } from '@/lib/ports/receipt-renderer';
import { rendererOver } from '@/lib/ports/receipt-renderer';

import { answerRequest } from './answer-request';
import type { RenderSettings } from '@/lib/paper/render/render-sheets';

/** Renders in the calling thread and blocks it for 40 to 500 ms a receipt: for scripts, seeds and tests only. */
export function inProcessRenderer(settings: RenderSettings): ReceiptRenderer {
  return rendererOver((request) => answerRequest(request, settings));
}
