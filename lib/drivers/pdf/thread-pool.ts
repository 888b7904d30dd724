import type { Thread, ThreadOptions } from './worker-thread';
import { startThread } from './worker-thread';

export type PoolOptions = ThreadOptions & {
  readonly threads: number;
  /** A thread is replaced by a fresh one after so many requests. */
  readonly asksPerThread: number;
  readonly queueMax: number;
};

type Member<Q, A> = { readonly thread: Thread<Q, A>; asked: number; isBusy: boolean };
type Job<Q, A> = { readonly request: Q; resolve(answer: A): void; reject(error: unknown): void };

export type ThreadPool<Q, A> = {
  /** Rejects when the queue is full, the thread dies or it takes too long. The next request finds a fresh thread. */
  ask(request: Q): Promise<A>;
  /** Ends every thread; what runs and what waits is rejected. */
  close(): Promise<void>;
};

/** Shares requests out to threads that are started when needed and never keep the process alive while idle. */
export function threadPool<Q, A>(options: PoolOptions): ThreadPool<Q, A> {
  const pool = new Pool<Q, A>(options);
  return { ask: (request) => pool.ask(request), close: () => pool.close() };
}

class Pool<Q, A> implements ThreadPool<Q, A> {
  private readonly members = new Set<Member<Q, A>>();
  private readonly queue: Job<Q, A>[] = [];
  private isClosed = false;

  constructor(private readonly options: PoolOptions) {}

  ask(request: Q): Promise<A> {
    if (this.isClosed) return Promise.reject(new Error('the pool is closed'));
    if (this.queue.length >= this.options.queueMax) return Promise.reject(new Error('too many requests wait'));
    return new Promise((resolve, reject) => {
      this.queue.push({ request, resolve, reject });
      this.handOut();
    });
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.queue.splice(0).forEach((job) => job.reject(new Error('the pool is closed')));
    await Promise.all([...this.members].map(({ thread }) => thread.end()));
  }

  private handOut(): void {
    while (this.queue.length > 0) {
      const member = this.idleMember();
      const job = member && this.queue.shift();
      if (!member || !job) return;
      void this.work(member, job);
    }
  }

  private idleMember(): Member<Q, A> | null {
    const idle = [...this.members].find(({ isBusy }) => !isBusy);
    if (idle) return idle;
    return this.members.size < this.options.threads ? this.hire() : null;
  }

  private hire(): Member<Q, A> {
    const thread = startThread<Q, A>(this.options, () => {
      this.members.delete(member);
      this.handOut();
    });
    const member = { thread, asked: 0, isBusy: false };
    this.members.add(member);
    return member;
  }

  private async work(member: Member<Q, A>, job: Job<Q, A>): Promise<void> {
    member.isBusy = true;
    member.asked += 1;
    try {
      job.resolve(await member.thread.ask(job.request));
      if (member.asked < this.options.asksPerThread) member.isBusy = false;
      else await member.thread.end();
    } catch (error) {
      job.reject(error);
      await member.thread.end();
    }
    this.handOut();
  }
}
