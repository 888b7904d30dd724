import type { Thread, ThreadOptions } from './worker-thread';
import { startThread } from './worker-thread';

export type PoolOptions = ThreadOptions & {
  readonly threads: number;
  /** A thread is replaced by a fresh one after so many requests. */
  readonly asksPerThread: number;
  readonly queueMax: number;
};

export type ThreadPool<Q, A> = {
  /** Rejects when the queue is full, the thread dies or it takes too long. The next request finds a fresh thread. */
  ask(request: Q): Promise<A>;
  close(): Promise<void>;
};

type Member<Q, A> = { readonly thread: Thread<Q, A>; asked: number; isBusy: boolean };
type Job<Q, A> = { readonly request: Q; resolve(answer: A): void; reject(error: unknown): void };

/** Shares requests out to threads that are started when needed and never keep the process alive while idle. */
export function threadPool<Q, A>(options: PoolOptions): ThreadPool<Q, A> {
  const members = new Set<Member<Q, A>>();
  const queue: Job<Q, A>[] = [];
  let isClosed = false;

  function ask(request: Q): Promise<A> {
    if (isClosed) return Promise.reject(new Error('the renderer is closed'));
    if (queue.length >= options.queueMax) return Promise.reject(new Error('too many receipts wait to be rendered'));
    return new Promise((resolve, reject) => {
      queue.push({ request, resolve, reject });
      handOut();
    });
  }

  function handOut(): void {
    while (queue.length > 0) {
      const member = [...members].find(({ isBusy }) => !isBusy) ?? (members.size < options.threads ? hire() : null);
      const job = member && queue.shift();
      if (!member || !job) return;
      void work(member, job);
    }
  }

  function hire(): Member<Q, A> {
    const member: Member<Q, A> = {
      thread: startThread(options, () => {
        members.delete(member);
        handOut();
      }),
      asked: 0,
      isBusy: false,
    };
    members.add(member);
    return member;
  }

  async function work(member: Member<Q, A>, job: Job<Q, A>): Promise<void> {
    member.isBusy = true;
    member.asked += 1;
    try {
      job.resolve(await member.thread.ask(job.request));
      if (member.asked < options.asksPerThread) member.isBusy = false;
      else await member.thread.end();
    } catch (error) {
      job.reject(error);
      await member.thread.end();
    }
    handOut();
  }

  async function close(): Promise<void> {
    isClosed = true;
    queue.splice(0).forEach((job) => job.reject(new Error('the renderer is closed')));
    await Promise.all([...members].map(({ thread }) => thread.end()));
  }

  return { ask, close };
}
