import { refuse } from '@/lib/kernel/result';
import type { PaperInspector, ScanAnswer, ScanRequest } from '@/lib/ports/paper-inspector';
import type {
  ContentAnswer,
  ContentRequest,
  InspectorAnswer,
  PhotographInspector,
} from '@/lib/ports/photograph-inspector';
import { threadPool } from '../pdf/thread-pool';

type Request = Uint8Array | ScanRequest | ContentRequest;

export type WorkerInspectorOptions = {
  /** The built thread, by absolute path (scripts/build/vision-assets.mjs; the server has it in VISION_WORKER). */
  readonly workerPath: string;
  readonly bytesMax?: number;
  /** For one picture, from the moment that its turn comes. */
  readonly timeoutMs?: number;
  readonly queueMax?: number;
  /** Decoders leave memory behind, so the thread is replaced after so many pictures. */
  readonly picturesPerThread?: number;
};

/**
 * Looks at photographs and scans in one thread, one after the other: decoding takes memory, and two at once would take twice as much.
 *
 * A picture on which the thread dies or that takes too long is `unreadable`; the next one finds a fresh thread. When too
 * many wait a picture is `busy` and a comparison null, while a scan rejects. All reject after `close`, and on a bug.
 */
export function workerInspector({
  workerPath,
  bytesMax = 25 * 1024 * 1024,
  timeoutMs = 20_000,
  queueMax = 40,
  picturesPerThread = 500,
}: WorkerInspectorOptions): PhotographInspector & { readonly scans: PaperInspector; close(): Promise<void> } {
  const pool = threadPool<Request, InspectorAnswer | ScanAnswer | ContentAnswer>({
    workerPath,
    workerData: null,
    timeoutMs,
    threads: 1,
    asksPerThread: picturesPerThread,
    queueMax,
  });
  let waiting = 0;
  let isClosed = false;
  const isFull = () => waiting >= queueMax && !isClosed;

  /** Null when the thread died of it or it took too long. */
  async function ask(request: Request) {
    if (isClosed) throw new Error('the inspector is closed');
    if (isFull()) throw new Error('too many pictures wait to be looked at');
    waiting += 1;
    const answer = await pool.ask(request).catch(() => null);
    waiting -= 1;
    if (answer === null && isClosed) throw new Error('the inspector was closed');
    if (answer?.kind === 'failed') throw new Error(`the photograph inspector failed: ${answer.message}`);
    return answer;
  }

  async function inspect(bytes: Uint8Array) {
    if (bytes.length > bytesMax) return refuse({ code: 'too-large' } as const);
    if (isFull()) return refuse({ code: 'busy' } as const);
    const answer = await ask(bytes);
    return answer?.kind === 'read' ? answer.result : refuse({ code: 'unreadable' } as const);
  }

  async function inspectScan(bytes: Uint8Array) {
    const answer = bytes.length > bytesMax ? null : await ask({ kind: 'paper', bytes });
    return answer?.kind === 'paper-read' ? answer.result : refuse({ code: 'not-readable' } as const);
  }

  async function compare(flat: Uint8Array, pdf: Uint8Array) {
    const answer = isFull() ? null : await ask({ kind: 'content', flat, pdf });
    return answer?.kind === 'content-read' ? answer.reading : null;
  }

  return {
    ...{ inspect, compare },
    scans: { inspect: inspectScan },
    close: () => {
      isClosed = true;
      return pool.close();
    },
  };
}
