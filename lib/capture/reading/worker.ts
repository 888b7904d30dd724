import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { InspectorAnswer } from '@/lib/ports/photograph-inspector';
import { prepareQrReader } from '../vision/read-page-code';
import { readPhotograph } from './read-photograph';

// The entry of the thread that looks at pictures: scripts/build/vision-assets.mjs bundles it into one file, because the
// server, scripts and tests each load TypeScript in a way of their own, and a thread in none of them.
const port = parentPort;
const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
const isReady = readFile(wasm).then((bytes) => prepareQrReader({ wasmBinary: new Uint8Array(bytes).buffer }));

port?.on('message', async (bytes: Uint8Array) => {
  port.postMessage(await answerTo(bytes));
});

async function answerTo(bytes: Uint8Array): Promise<InspectorAnswer> {
  try {
    await isReady;
    return { kind: 'read', result: await readPhotograph(bytes) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
