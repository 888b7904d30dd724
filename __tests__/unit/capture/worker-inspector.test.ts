import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { workerInspector, type WorkerInspectorOptions } from '@/lib/drivers/vision/worker-inspector';

jest.setTimeout(120_000);

const closing: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A thread that does as this says with the first byte of what it is sent. */
function anInspector(source: string, options: Partial<WorkerInspectorOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vision-thread-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  const workerPath = join(folder, 'thread.mjs');
  writeFileSync(workerPath, `import { parentPort as port, threadId } from 'node:worker_threads';\n${source}`);
  const inspector = workerInspector({ workerPath, ...options });
  closing.push(inspector.close);
  return inspector;
}

const ANSWER = `const answer = (value) => port.postMessage({ kind: 'read', result: { ok: true, value } });`;
const picture = (first: number) => Uint8Array.of(first);
const UNREADABLE = { ok: false, refusal: { code: 'unreadable' } };

describe('the thread that looks at pictures', () => {
  it('is replaced when a picture kills it, and that picture counts as unreadable', async () => {
    const inspector = anInspector(
      `${ANSWER} port.on('message', ([first]) => first ? process.exit(1) : answer(threadId))`,
    );
    const before = await inspector.inspect(picture(0));
    expect(await inspector.inspect(picture(1))).toEqual(UNREADABLE);
    const after = await inspector.inspect(picture(0));
    expect(after.ok).toBe(true);
    expect(after).not.toEqual(before);
  });

  it('is replaced when a picture takes too long', async () => {
    const source = `${ANSWER} port.on('message', ([first]) => { if (!first) answer(0); else for (;;); })`;
    const inspector = anInspector(source, { timeoutMs: 1500 });
    expect(await inspector.inspect(picture(1))).toEqual(UNREADABLE);
    expect(await inspector.inspect(picture(0))).toMatchObject({ ok: true });
  });

  it('looks at one picture at a time', async () => {
    const inspector = anInspector(`${ANSWER} let open = 0, most = 0;
      port.on('message', () => { most = Math.max(most, ++open); setTimeout(() => { open--; answer(most) }, 20); })`);
    const answers = await Promise.all([1, 2, 3, 4].map((first) => inspector.inspect(picture(first))));
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: 1 })));
  });

  it('turns pictures away as busy when too many wait, and compares nothing then', async () => {
    const inspector = anInspector(`${ANSWER} port.on('message', () => answer(0))`, { queueMax: 2 });
    const waiting = [inspector.inspect(picture(1)), inspector.inspect(picture(2))];
    expect(await inspector.inspect(picture(3))).toEqual({ ok: false, refusal: { code: 'busy' } });
    expect(await inspector.compare(picture(3), picture(3))).toBeNull();
    expect(await Promise.all(waiting)).toHaveLength(2);
  });

  it('passes a bug on instead of blaming the picture', async () => {
    const inspector = anInspector(`port.on('message', () => port.postMessage({ kind: 'failed', message: 'a bug' }))`);
    await expect(inspector.inspect(picture(1))).rejects.toThrow('a bug');
  });

  it('answers nothing after it was closed', async () => {
    const inspector = anInspector(`${ANSWER} port.on('message', () => answer(0))`);
    await inspector.close();
    await expect(inspector.inspect(picture(1))).rejects.toThrow('closed');
  });
});
