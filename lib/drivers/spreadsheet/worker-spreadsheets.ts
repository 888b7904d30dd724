import { refuse } from '@/lib/kernel/result';
import type { SpreadsheetAnswer, SpreadsheetReader } from '@/lib/ports/spreadsheet-reader';
import { threadPool } from '../pdf/thread-pool';

/**
 * Reads spreadsheets in one thread with a small heap. A file on which the thread dies or that takes too long is
 * `unreadable`, and the next one finds a fresh thread; what gets that far has passed the counters of the gate.
 */
export function workerSpreadsheets({
  workerPath,
  timeoutMs = 15_000,
  heapMaxMb = 192,
}: {
  readonly workerPath: string;
  readonly timeoutMs?: number;
  readonly heapMaxMb?: number;
}): SpreadsheetReader & { close(): Promise<void> } {
  const pool = threadPool<Uint8Array, SpreadsheetAnswer>({
    workerPath,
    workerData: null,
    timeoutMs,
    heapMaxMb,
    threads: 1,
    asksPerThread: 50,
    queueMax: 20,
  });
  return {
    read: async (bytes) => {
      try {
        return await pool.ask(bytes);
      } catch {
        return refuse('unreadable');
      }
    },
    close: () => pool.close(),
  };
}
