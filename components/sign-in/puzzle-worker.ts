import { parsePuzzle, solvePuzzle } from '@/lib/access/rules/puzzle';

/** What the thread says: how far it is, and the answer; null where there is none. */
export type PuzzleWorkerSays = { readonly share: number } | { readonly answer: string | null };

const say = (said: PuzzleWorkerSays) => self.postMessage(said);

self.onmessage = ({ data }: MessageEvent<unknown>) => {
  const puzzle = parsePuzzle(data);
  say({ answer: puzzle && solvePuzzle(puzzle, (share) => say({ share })) });
};
