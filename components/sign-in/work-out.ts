import { parsePuzzle, type Puzzle } from '@/lib/access/rules/puzzle';
import type { WorkEvent, WorkTrouble } from './own-work';
import type { PuzzleWorkerSays } from './puzzle-worker';

const PATIENCE_MS = 20_000;

type Told = Extract<WorkEvent, { kind: 'step' | 'solve' | 'fail' }>;

/** Fetches the puzzle at this address and has it solved in a thread of its own. Answers how to give it up. */
export function workOut(address: string, tell: (event: Told) => void): () => void {
  const controller = new AbortController();
  const timer = window.setTimeout(() => controller.abort(), PATIENCE_MS);
  let isOver = false;
  let worker: Worker | undefined;

  function end() {
    isOver = true;
    window.clearTimeout(timer);
    worker?.terminate();
  }
  function fail(trouble: WorkTrouble) {
    if (isOver) return;
    end();
    tell({ kind: 'fail', trouble });
  }
  function hear({ data }: MessageEvent<PuzzleWorkerSays>) {
    if (isOver) return;
    if ('share' in data) return tell({ kind: 'step', share: data.share });
    if (data.answer === null) return fail('failed');
    end();
    tell({ kind: 'solve', answer: data.answer });
  }
  function start(given: Puzzle | WorkTrouble) {
    if (isOver) return;
    if (typeof given === 'string') return fail(given);
    window.clearTimeout(timer);
    worker = new Worker(new URL('./puzzle-worker.ts', import.meta.url));
    worker.onmessage = hear;
    worker.onerror = () => fail('failed');
    worker.postMessage(given);
  }

  fetchPuzzle(address, controller.signal)
    .then(start)
    .catch(() => fail('failed'));
  return () => {
    end();
    controller.abort();
  };
}

async function fetchPuzzle(address: string, signal: AbortSignal): Promise<Puzzle | WorkTrouble> {
  try {
    const response = await fetch(address, { cache: 'no-store', signal });
    if (response.status === 429) return 'too-many';
    return (response.ok && parsePuzzle(await response.json())) || 'failed';
  } catch {
    return 'unreachable';
  }
}
