import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import type { WorkerRendererOptions } from '@/lib/drivers/pdf/worker-renderer';
import { workerRenderer } from '@/lib/drivers/pdf/worker-renderer';

import { aReceiptModel, someTalents } from '../../builders/receipt-model';
import { buildReceiptWorker } from '../../../scripts/build/receipt-worker.mjs';
import { SETTINGS } from './support/fonts';
import { rendered } from './support/rendered';

// A fresh thread loads the renderer and its fonts first: about a second, more on a busy machine.
jest.setTimeout(120_000);

let workerPath: string;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  workerPath = await buildReceiptWorker();
});

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function aRenderer(options: Partial<WorkerRendererOptions> = {}) {
  const renderer = workerRenderer({ ...SETTINGS, workerPath, ...options });
  closing.push(renderer.close);
  return renderer;
}

/** A thread that does as this says instead of rendering. */
function aThread(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'receipt-thread-'));
  closing.push(async () => rmSync(folder, { recursive: true }));
  const path = join(folder, 'thread.mjs');
  writeFileSync(path, `import { parentPort as port, threadId } from 'node:worker_threads';\n${source}`);
  return path;
}

/** Answers with the number of the thread, unless it is asked about the text "crash". */
const ANSWER_THREAD_ID = `port.on('message', ({ texts }) => {
  if (texts[0] === 'crash') throw new Error('boom');
  port.postMessage({ kind: 'checked', characters: [String(threadId)] });
});`;

describe('rendering in threads', () => {
  it('gives the same bytes as rendering here, and leaves this thread free meanwhile', async () => {
    const renderer = aRenderer();
    await renderer.check([]);
    const model = aReceiptModel({ lines: someTalents(30) });
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 5);
    const result = await renderer.render(model);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(5);
    expect(result).toMatchObject({ ok: true, value: { sha256: (await rendered(model)).sha256 } });
  });

  it('answers each of many callers with the receipt of that caller', async () => {
    const renderer = aRenderer({ threads: 2, rendersPerThread: 3 });
    const models = Array.from({ length: 8 }, (_, index) => aReceiptModel({ version: index + 1 }));
    const results = await Promise.all(models.map((model) => renderer.render(model)));
    expect(results.map((result) => result.ok && result.value.codes[0]?.split('-')[1])).toEqual(
      models.map(({ version }) => String(version)),
    );
  });

  it('names the characters that cannot be printed, before and when it renders', async () => {
    const renderer = aRenderer();
    expect(await renderer.check(['王𡈼', '𬱟'])).toEqual(['𡈼']);
    const refused = await renderer.render(aReceiptModel({ payee: '𡈼示例有限公司' }));
    expect(refused).toEqual({ ok: false, refusal: { code: 'characters-not-covered', characters: ['𡈼'] } });
  });

  it('says what is wrong with an unsound model and renders the next one', async () => {
    const renderer = aRenderer();
    await expect(renderer.render({ ...aReceiptModel(), totalFen: 1 })).rejects.toThrow('totalFen');
    expect(await renderer.render(aReceiptModel())).toMatchObject({ ok: true });
  });

  it('replaces a thread after so many renders', async () => {
    const renderer = aRenderer({ workerPath: aThread(ANSWER_THREAD_ID), rendersPerThread: 2 });
    const ids: string[] = [];
    for (let count = 0; count < 4; count += 1) ids.push(...(await renderer.check([])));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).toBe(ids[3]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  it('rejects the request during which a thread dies, and answers the next in a fresh one', async () => {
    const renderer = aRenderer({ workerPath: aThread(ANSWER_THREAD_ID) });
    const [first] = await renderer.check([]);
    await expect(renderer.check(['crash'])).rejects.toThrow('boom');
    const [next] = await renderer.check([]);
    expect(next).not.toBe(first);
  });

  it('gives up on a thread that does not answer in time', async () => {
    const renderer = aRenderer({ workerPath: aThread("port.on('message', () => {});"), timeoutMs: 200 });
    await expect(renderer.check([])).rejects.toThrow('200 ms');
    await expect(renderer.check([])).rejects.toThrow('200 ms');
  });

  it('rejects at once when too many wait, and everything after it is closed', async () => {
    const renderer = aRenderer({ workerPath: aThread("port.on('message', () => {});"), queueMax: 1 });
    const running = renderer.check([]);
    const waiting = renderer.check([]);
    await expect(renderer.check([])).rejects.toThrow('too many');
    const settled = Promise.allSettled([running, waiting]);
    await renderer.close();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(renderer.check([])).rejects.toThrow('closed');
  });
});
