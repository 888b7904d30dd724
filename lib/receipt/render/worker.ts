import { parentPort, workerData } from 'node:worker_threads';

import type { RendererRequest } from '@/lib/ports/receipt-renderer';

import { answerRequest } from './answer-request';
import type { RenderSettings } from '@/lib/paper/render/render-sheets';

// The entry of the renderer's thread: it is bundled into one file by scripts/build/receipt-worker.mjs, because the
// server, scripts and tests each load TypeScript in a way of their own, and a thread in none of them.
const settings = workerData as RenderSettings;
const port = parentPort;

port?.on('message', async (request: RendererRequest) => {
  port.postMessage(await answerRequest(request, settings));
});
