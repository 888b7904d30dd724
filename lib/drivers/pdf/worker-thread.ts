import { Worker } from 'node:worker_threads';

export type ThreadOptions = {
  /** A built file; see scripts/build/receipt-worker.mjs. */
  readonly workerPath: string;
  readonly workerData: unknown;
  readonly timeoutMs: number;
  /** A thread that needs more dies alone; without it, it shares the limit of the process. */
  readonly heapMaxMb?: number;
};

/** One thread that answers one request at a time. A thread that has failed answers nothing any more. */
export type Thread<Q, A> = {
  /** Rejects when the thread dies or takes longer than `timeoutMs`; both end it. */
  ask(request: Q): Promise<A>;
  end(): Promise<void>;
};

type Pending<A> = {
  readonly resolve: (answer: A) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
};

/** Starts a thread. `onEnd` is called once, when it is gone for whatever reason. */
export function startThread<Q, A>(options: ThreadOptions, onEnd: () => void): Thread<Q, A> {
  const worker = newWorker(options);
  const { timeoutMs } = options;
  let pending: Pending<A> | null = null;

  const settle = (finish: (waiting: Pending<A>) => void) => {
    const waiting = pending;
    pending = null;
    worker.unref();
    if (!waiting) return;
    clearTimeout(waiting.timer);
    finish(waiting);
  };
  const giveUp = () => {
    settle(({ reject }) => reject(new Error(`the thread gave no answer within ${timeoutMs} ms`)));
    void worker.terminate();
  };
  worker.on('message', (answer: A) => settle(({ resolve }) => resolve(answer)));
  worker.on('error', (error: Error) => settle(({ reject }) => reject(error)));
  worker.on('exit', (code) => {
    settle(({ reject }) => reject(new Error(`the thread ended with code ${code}`)));
    onEnd();
  });

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        pending = { resolve, reject, timer: setTimeout(giveUp, timeoutMs) };
        worker.ref();
        worker.postMessage(request);
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}

function newWorker({ workerPath, workerData, heapMaxMb }: ThreadOptions): Worker {
  const resourceLimits = heapMaxMb === undefined ? {} : { maxOldGenerationSizeMb: heapMaxMb };
  // Loaders of the parent (tsx, jest) have no business in a built file.
  const worker = new Worker(workerPath, { workerData, execArgv: [], resourceLimits });
  worker.unref();
  return worker;
}
