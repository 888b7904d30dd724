import { refuse } from '@/lib/kernel/result';
import type { DrawAnswer, DrawRequest, PageDrawer } from '@/lib/ports/page-drawer';
import { threadPool } from '../pdf/thread-pool';

export type WorkerDrawerOptions = {
  /** The built thread that also looks at pictures (VISION_WORKER). */
  readonly workerPath: string;
  /** For one PDF, from the moment that its turn comes. */
  readonly timeoutMs?: number;
  readonly queueMax?: number;
};

/** Draws one PDF at a time in a thread; one on which the thread dies or that takes too long cannot be drawn. */
export function workerDrawer({
  workerPath,
  timeoutMs = 60_000,
  queueMax = 100,
}: WorkerDrawerOptions): PageDrawer & { close(): Promise<void> } {
  const pool = threadPool<DrawRequest, DrawAnswer>({
    workerPath,
    workerData: null,
    timeoutMs,
    threads: 1,
    asksPerThread: 50,
    queueMax,
  });
  let waiting = 0;
  return {
    async draw(bytes, atMost) {
      if (waiting >= queueMax) return refuse({ code: 'busy' });
      waiting += 1;
      const answer = await pool.ask({ kind: 'pages', bytes, ...(atMost && { atMost }) }).catch(() => null);
      waiting -= 1;
      return answer?.kind === 'pages-drawn' ? answer.drawn : refuse({ code: 'pdf-broken' });
    },
    close: pool.close,
  };
}
