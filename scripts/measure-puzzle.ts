// What the puzzle of a sign-in costs this computer: `node scripts/run.mjs scripts/measure-puzzle.ts`
import { randomBytes } from 'node:crypto';
import { makePuzzle, PUZZLE_SALT_DIGITS, PUZZLE_SECRET_DIGITS, solvePuzzle } from '@/lib/access/rules/puzzle';

const PUZZLES = 20;
const hex = (digits: number) => randomBytes(digits / 2).toString('hex');

// Processor time: what else runs here must not count.
const seconds = Array.from({ length: PUZZLES }, () => {
  const puzzle = makePuzzle(hex(PUZZLE_SALT_DIGITS), hex(PUZZLE_SECRET_DIGITS));
  const start = process.cpuUsage();
  solvePuzzle(puzzle);
  return process.cpuUsage(start).user / 1_000_000;
}).sort((a, b) => a - b);
const at = (share: number) => (seconds[Math.floor(share * (PUZZLES - 1))] ?? 0).toFixed(1);
console.log(`${PUZZLES} puzzles, one core: quickest ${at(0)} s, half within ${at(0.5)} s, slowest ${at(1)} s`);
