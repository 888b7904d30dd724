import { openUnder, sealUnder, type JournalKey } from './journal-key';
import type { JournalStore, KeptRecord } from './journal-store';

/** What came out of the copy: a value, the field it belongs to, and under which id it lies there. */
export type Found<T> = { readonly id: string; readonly field: string; readonly at: number; readonly value: T };

export type Journal<T> = {
  /** From now on the copy is to hold exactly this, field by field. Written at once. */
  keep(values: ReadonlyMap<string, T>): void;
  /** Whether the copy holds what it is to hold. */
  isSafe(): boolean;
  /** Resolves once everything is written, or cannot be. */
  settled(): Promise<void>;
  /** What windows left behind that are no more, the newest first. */
  leftBehind(isAlive: (window: string) => boolean): Promise<Found<T>[]>;
  /** The other windows of which something lies here. */
  others(): Promise<string[]>;
  /** Takes away what this window took over, no sooner and hardly later than it lies in its own part. */
  remove(ids: readonly string[]): void;
};

export type JournalOptions = JournalKey & {
  readonly store: JournalStore;
  readonly draft: string;
  readonly window: string;
  readonly now: () => number;
  /** Nothing can be written any more: no room, or the browser took the shelf away. */
  onBroken(): void;
};

/** This computer's own copy of what one window holds unsaved, encrypted field by field. */
export function createJournal<T>({ store, key, owner, draft, window, now, onBroken }: JournalOptions): Journal<T> {
  let wanted: ReadonlyMap<string, T> = new Map();
  let written: ReadonlyMap<string, T> = new Map();
  let overdue: readonly string[] = [];
  let writing: Promise<void> | null = null;
  const idOf = (of: string, field: string) => [owner, draft, of, field].join('|');

  async function writeAll(): Promise<void> {
    try {
      while (wanted !== written || overdue.length > 0) {
        const [next, taken] = [wanted, overdue];
        overdue = [];
        const changed = [...next].filter(([field, value]) => written.get(field) !== value);
        const records = await Promise.all(changed.map(([field, value]) => recordOf(field, value)));
        const own = [...written.keys()].filter((field) => !next.has(field)).map((field) => idOf(window, field));
        await store.write(records, [...own, ...taken]);
        written = next;
      }
    } catch {
      onBroken();
    } finally {
      writing = null;
    }
  }

  async function recordOf(field: string, value: T): Promise<KeptRecord> {
    const id = idOf(window, field);
    return { id, owner, draft, window, at: now(), ...(await sealUnder(key, id, { field, value })) };
  }

  const foreign = async () => (await store.read(owner, draft)).filter((one) => one.window !== window);

  return {
    keep(values) {
      wanted = values;
      writing ??= writeAll();
    },
    isSafe: () => overdue.length === 0 && [...wanted].every(([field, value]) => written.get(field) === value),
    settled: async () => void (await writing),
    others: async () => [...new Set((await foreign()).map((one) => one.window))],
    async leftBehind(isAlive) {
      const records = (await foreign()).filter((one) => !isAlive(one.window));
      const opened = await Promise.all(
        records.map(async (one) => {
          const content = await openUnder<{ field: string; value: T }>(key, one.id, one);
          return content ? [{ id: one.id, at: one.at, ...content }] : [];
        }),
      );
      return opened.flat().sort((a, b) => b.at - a.at);
    },
    remove(ids) {
      overdue = [...overdue, ...ids];
      writing ??= writeAll();
    },
  };
}
