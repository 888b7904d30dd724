import 'server-only';
import { Client } from 'pg';
import { environment } from './environment';

type Wake = () => void;
type Listener = { readonly waiting: Map<string, Set<Wake>>; ready: Promise<void> | null };

const HOME = Symbol.for('portal.listener');
const RECONNECT_MS = 1000;

function home(): Listener {
  const place = globalThis as { [HOME]?: Listener };
  place[HOME] ??= { waiting: new Map(), ready: null };
  return place[HOME];
}

/**
 * Calls `wake` whenever the row of this capture link changes, on any server. All viewers of a process share one
 * connection; a lost one is made again. The row is the truth: whoever is woken reads it. Answers how to stop.
 */
export function onCaptureChange(captureId: string, wake: Wake): () => void {
  const listener = home();
  const wakes = listener.waiting.get(captureId) ?? new Set<Wake>();
  listener.waiting.set(captureId, wakes.add(wake));
  listener.ready ??= listen(listener);
  return () => {
    wakes.delete(wake);
    if (wakes.size === 0) listener.waiting.delete(captureId);
  };
}

async function listen(listener: Listener): Promise<void> {
  const client = new Client({ connectionString: environment().DATABASE_URL });
  let isOver = false;
  const again = () => {
    if (isOver) return;
    isOver = true;
    client.removeAllListeners();
    // A connection that is being given up may fail once more; unheard, that would end the process.
    client.on('error', () => undefined);
    void client.end().catch(() => undefined);
    setTimeout(() => (listener.ready = listener.waiting.size > 0 ? listen(listener) : null), RECONNECT_MS).unref();
  };
  client.on('notification', ({ payload }) => listener.waiting.get(payload ?? '')?.forEach((wake) => wake()));
  client.once('error', again);
  client.once('end', again);
  try {
    await client.connect();
    await client.query('LISTEN capture');
    // What happened while nobody listened is not told again: everybody looks.
    for (const wakes of listener.waiting.values()) wakes.forEach((wake) => wake());
  } catch {
    again();
  }
}
