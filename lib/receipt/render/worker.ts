import { parentPort, workerData } from 'node:worker_threads';

import { answerPaperRequest } from '@/lib/enterprise/render/render-paper';
import type { PaperRequest } from '@/lib/ports/paper-renderer';
import type { RendererRequest } from '@/lib/ports/receipt-renderer';

import { answerRequest } from './answer-request';
import type { RenderSettings } from '@/lib/paper/render/render-sheets';

// The entry of the thread that draws every printed paper, receipts and those of registration: it is bundled into one file by scripts/build/receipt-worker.mjs, because the
// server, scripts and tests each load TypeScript in a way of their own, and a thread in none of them.
const settings = workerData as RenderSettings;
const port = parentPort;

port?.on('message', async (request: RendererRequest | PaperRequest) => {
  const answer =
    request.kind === 'render-paper'
      ? await answerPaperRequest(request, settings)
      : await answerRequest(request, settings);
  port.postMessage(answer);
});
