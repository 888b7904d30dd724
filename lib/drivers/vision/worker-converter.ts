import { refuse } from '@/lib/kernel/result';
import type { ConversionAnswer, ConversionRequest, PictureConverter } from '@/lib/ports/picture-converter';
import { threadPool } from '../pdf/thread-pool';

export type WorkerConverterOptions = {
  /** The built thread that also looks at pictures (VISION_WORKER). */
  readonly workerPath: string;
  /** For one picture, from the moment that its turn comes. */
  readonly timeoutMs?: number;
  readonly queueMax?: number;
};

/** The pixels lie outside of the heap; what is inside needs little. */
const HEAP_MAX_MB = 192;

/**
 * Converts one picture at a time, each in a thread of its own: the decoder never gives its memory back, the thread's end
 * does. A picture on which it dies or that takes too long is refused as unreadable, one for which too many wait as `busy`.
 */
export function workerConverter({
  workerPath,
  timeoutMs = 30_000,
  queueMax = 20,
}: WorkerConverterOptions): PictureConverter & { close(): Promise<void> } {
  const pool = threadPool<ConversionRequest, ConversionAnswer>({
    workerPath,
    workerData: null,
    timeoutMs,
    threads: 1,
    asksPerThread: 1,
    queueMax,
    heapMaxMb: HEAP_MAX_MB,
  });
  let waiting = 0;

  async function toJpeg(bytes: Uint8Array) {
    if (waiting >= queueMax) return refuse({ code: 'busy' } as const);
    waiting += 1;
    const answer = await pool.ask({ kind: 'heic', bytes }).catch(() => null);
    waiting -= 1;
    if (answer?.kind === 'failed') throw new Error(`the picture converter failed: ${answer.message}`);
    return answer ? answer.result : refuse({ code: 'picture-heic' } as const);
  }
  return { toJpeg, close: pool.close };
}
