import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { convertHeic } from '@/lib/files/reading/convert-heic';
import { drawPages } from '@/lib/files/reading/draw-pages';
import type { DrawAnswer, DrawRequest } from '@/lib/ports/page-drawer';
import type { ScanAnswer, ScanRequest } from '@/lib/ports/paper-inspector';
import type { ContentAnswer, ContentRequest, InspectorAnswer } from '@/lib/ports/photograph-inspector';
import type { ConversionAnswer, ConversionRequest } from '@/lib/ports/picture-converter';
import { prepareQrReader } from '../vision/read-page-code';
import { readContent } from './read-content';
import { readPaper } from './read-paper';
import { readPhotograph } from './read-photograph';

// The entry of the thread that looks at pictures: scripts/build/vision-assets.mjs bundles it into one file, because the
// server, scripts and tests each load TypeScript in a way of their own, and a thread in none of them.
const port = parentPort;
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
const isReady = readFile(wasm).then((bytes) => prepareQrReader({ wasmBinary: new Uint8Array(bytes).buffer }));

port?.on('message', async (request: Request) => {
  port.postMessage(await answerTo(request));
});

/** The bytes alone are a photograph of a receipt; whatever else is asked says so. */
type Request = Uint8Array | ScanRequest | ContentRequest | ConversionRequest | DrawRequest;
type Answer = InspectorAnswer | ScanAnswer | ContentAnswer | ConversionAnswer | DrawAnswer;

async function answerTo(request: Request): Promise<Answer> {
  try {
    if (request instanceof Uint8Array) {
      await isReady;
      return { kind: 'read', result: await readPhotograph(request) };
    }
    if (request.kind === 'heic') return { kind: 'converted', result: await convertHeic(request.bytes) };
    if (request.kind === 'pages') return { kind: 'pages-drawn', drawn: await drawPages(request.bytes, request.atMost) };
    if (request.kind === 'content')
      return { kind: 'content-read', reading: await readContent(request.flat, request.pdf) };
    await isReady;
    return { kind: 'paper-read', result: await readPaper(request.bytes) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
