import { parentPort } from 'node:worker_threads';
import { refuse } from '@/lib/kernel/result';
import { readSpreadsheet } from './read-spreadsheet';

// The entry of the thread that reads spreadsheets; scripts/build/spreadsheet-worker.mjs bundles it into one file.
const port = parentPort;
port?.on('message', async (bytes: Uint8Array) => {
  port.postMessage(await readSpreadsheet(bytes).catch(() => refuse('unreadable')));
});
