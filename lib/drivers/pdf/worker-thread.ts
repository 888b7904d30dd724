import { Worker } from 'node:worker_threads';

export type ThreadOptions = {
  /** A built file; see scripts/build/receipt-worker.mjs. */
  readonly workerPath: string;
  readonly workerData: unknown;
  readonly timeoutMs: number;
};

/** One thread that answers one request at a time. A thread that has failed answers nothing any more. */
export type Thread<Q, A> = {
  /** Rejects when the thread dies or takes longer than `timeoutMs`; both end it. */
  ask(request: Q): Promise<A>;
  end(): Promise<void>;
};

type Pending<A> = { readonly resolve: (answer: A) => void; readonly reject: (error: Error) => void };

/** A receipt for a thousand people needs about half of it; a thread that needs more dies, not the server. */
const HEAP_MAX_MB = 256;

/** Starts a thread. `onEnd` is called once, when it is gone for whatever reason. */
export function startThread<Q, A>(
  { workerPath, workerData, timeoutMs }: ThreadOptions,
  onEnd: () => void,
): Thread<Q, A> {
  // Loaders of the parent (tsx, jest) have no business in a built file.
  const worker = new Worker(workerPath, {
    workerData,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MAX_MB },
  });
  let pending: Pending<A> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const settle = (finish: (waiting: Pending<A>) => void) => {
    clearTimeout(timer);
    const waiting = pending;
    pending = null;
    worker.unref();
    if (waiting) finish(waiting);
  };
  worker.on('message', (answer: A) => settle(({ resolve }) => resolve(answer)));
  worker.on('error', (error: Error) => settle(({ reject }) => reject(error)));
  worker.on('exit', (code) => {
    settle(({ reject }) => reject(new Error(`the thread ended with code ${code}`)));
    onEnd();
  });
  worker.unref();

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        pending = { resolve, reject };
        worker.ref();
        timer = setTimeout(() => {
          settle((waiting) => waiting.reject(new Error(`the thread gave no answer within ${timeoutMs} ms`)));
          void worker.terminate();
        }, timeoutMs);
        worker.postMessage(request);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
