import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createJournal } from '@/components/journal/journal';
import { importKey } from '@/components/journal/journal-key';
import { forgetDrafts, openJournalStore, type JournalStore } from '@/components/journal/journal-store';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const NOBODY = () => false;

const keyOf = (fill: number) => importKey(new Uint8Array(32).fill(fill));
afterEach(async () => {
  await forgetDrafts('user-1');
  await forgetDrafts('user-2');
});

async function aJournal(
  given: { owner?: string; window?: string; key?: number; at?: number; store?: JournalStore } = {},
) {
  const { owner = 'user-1', window = 'window-1', key = 1, at = NOW } = given;
  const store = given.store ?? (await openJournalStore(() => NOW));
  let isBroken = false;
  const journal = createJournal<string>({
    ...{ store, owner, window, draft: 'draft-1', key: await keyOf(key), now: () => at },
    onBroken: () => (isBroken = true),
  });
  return { store, journal, isBroken: () => isBroken };
}

describe('the copy on one’s own computer', () => {
  it('is written at once and tells nothing without its key', async () => {
    const { journal, store } = await aJournal();
    const began = performance.now();
    journal.keep(new Map([['/employees', '苏州大学附属医院']]));
    expect(journal.isSafe()).toBe(false);
    await journal.settled();
    expect(journal.isSafe()).toBe(true);
    expect(performance.now() - began).toBeLessThan(100);
    const [record] = await store.read('user-1', 'draft-1');
    expect(Buffer.from(record?.text ?? new ArrayBuffer(0)).toString('utf8')).not.toContain('苏州');
    const { journal: foreign } = await aJournal({ window: 'window-2', key: 2 });
    expect(await foreign.leftBehind(NOBODY)).toEqual([]);
  });

  it('is read by the next window of the same person, the newest first, and not while its own window is open', async () => {
    for (const [window, at] of [
      ['window-1', NOW],
      ['window-2', NOW + 1],
    ] as const) {
      const { journal } = await aJournal({ window, at });
      journal.keep(new Map([['/employees', window]]));
      await journal.settled();
    }
    const { journal } = await aJournal({ window: 'window-3' });
    expect((await journal.leftBehind(NOBODY)).map(({ value }) => value)).toEqual(['window-2', 'window-1']);
    expect(await journal.leftBehind(() => true)).toEqual([]);
  });

  it('lets go of what the server has taken', async () => {
    const { journal, store } = await aJournal();
    journal.keep(
      new Map([
        ['/employees', '1'],
        ['/plan', '2'],
      ]),
    );
    journal.keep(new Map([['/plan', '2']]));
    await journal.settled();
    expect(await store.read('user-1', 'draft-1')).toHaveLength(1);
    journal.keep(new Map());
    await journal.settled();
    expect(await store.read('user-1', 'draft-1')).toEqual([]);
  });

  it('opens nothing that was moved to another field', async () => {
    const { journal, store } = await aJournal();
    journal.keep(new Map([['/employees', '1']]));
    await journal.settled();
    const [record] = await store.read('user-1', 'draft-1');
    if (record) await store.write([{ ...record, id: `${record.id}x` }], [record.id]);
    const { journal: next } = await aJournal({ window: 'window-2' });
    expect(await next.leftBehind(NOBODY)).toEqual([]);
  });

  it('goes with its owner at 退出, and leaves what is somebody else’s', async () => {
    for (const owner of ['user-1', 'user-2']) {
      const { journal } = await aJournal({ owner });
      journal.keep(new Map([['/employees', owner]]));
      await journal.settled();
    }
    await forgetDrafts('user-1');
    const store = await openJournalStore(() => NOW);
    expect(await store.read('user-1', 'draft-1')).toEqual([]);
    expect(await store.read('user-2', 'draft-1')).toHaveLength(1);
  });

  it('keeps nothing longer than thirty days', async () => {
    for (const [window, days] of [
      ['old', 31],
      ['young', 29],
    ] as const) {
      const { journal } = await aJournal({ window, at: NOW - days * DAY_MS });
      journal.keep(new Map([['/employees', window]]));
      await journal.settled();
    }
    const store = await openJournalStore(() => NOW);
    expect((await store.read('user-1', 'draft-1')).map(({ window }) => window)).toEqual(['young']);
  });

  it('says that it is off where nothing can be written, and never that all is safe', async () => {
    const full = {
      ...(await openJournalStore(() => NOW)),
      write: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    };
    const { journal, isBroken } = await aJournal({ store: full });
    journal.keep(new Map([['/employees', '1']]));
    await journal.settled();
    expect([isBroken(), journal.isSafe()]).toEqual([true, false]);
  });
});
