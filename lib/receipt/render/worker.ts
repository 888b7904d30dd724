import { parentPort, workerData } from 'node:worker_threads';

import { answerConsentRequest } from '@/lib/application/render/render-consents';
import { answerPaperRequest } from '@/lib/enterprise/render/render-paper';
import { answerLetterRequest } from '@/lib/letter/render/render-letter';
import { answerListRequest } from '@/lib/letter/render/render-list';
import type { ConsentRequest } from '@/lib/ports/consent-renderer';
import type { LetterRequest } from '@/lib/ports/letter-renderer';
import type { ListRequest } from '@/lib/ports/list-renderer';
import type { PaperRequest } from '@/lib/ports/paper-renderer';
import type { RendererRequest } from '@/lib/ports/receipt-renderer';

import { answerRequest } from './answer-request';
import type { RenderSettings } from '@/lib/paper/render/render-sheets';

// The entry of the thread that draws every printed paper, receipts, those of registration and letters: it is bundled into one file by scripts/build/receipt-worker.mjs, because the
// server, scripts and tests each load TypeScript in a way of their own, and a thread in none of them.
type Request = RendererRequest | PaperRequest | LetterRequest | ListRequest | ConsentRequest;

const settings = workerData as RenderSettings;
const port = parentPort;

port?.on('message', async (request: Request) => {
  port.postMessage(await answerOf(request));
});

function answerOf(request: Request) {
  if (request.kind === 'render-paper') return answerPaperRequest(request, settings);
  if (request.kind === 'render-consents') return answerConsentRequest(request, settings);
  if (request.kind === 'render-letter') return answerLetterRequest(request, settings);
  if (request.kind === 'render-list') return answerListRequest(request, settings);
  return answerRequest(request, settings);
}
