import {
  answerOfSecret,
  makePuzzle,
  PUZZLE_DIGITS,
  PUZZLE_PARTS,
  solvePuzzle,
  type Puzzle,
} from '@/lib/access/rules/puzzle';

/** The server that gives puzzles and the thread that solves them, quick ones; each waits until it is let go. */
export class WorkWorld {
  /** Addresses asked for, in order. */
  readonly asked: string[] = [];
  /** What the server says instead of a puzzle; null: it is out of reach. */
  trouble: number | null | undefined;
  readonly threads: Thread[] = [];

  install(): void {
    globalThis.fetch = (async (address: string) => {
      this.asked.push(address);
      if (this.trouble === null) throw new TypeError('Failed to fetch');
      const ok = this.trouble === undefined;
      const json = async () => (ok ? puzzleOf(address) : { ok: false });
      return { ok, status: this.trouble ?? 200, json } as Response;
    }) as typeof fetch;
    const { threads } = this;
    globalThis.Worker = class extends Thread {
      constructor() {
        super();
        threads.push(this);
      }
    } as unknown as typeof Worker;
  }

  remove(): void {
    Reflect.deleteProperty(globalThis, 'Worker');
  }

  /** Codes whose puzzles were asked for. */
  codes(): string[] {
    return this.asked.map(codeIn);
  }
}

/** Stands where the browser's thread would; the solving is the product's. */
class Thread {
  onmessage: (event: { data: unknown }) => void = () => undefined;
  onerror: () => void = () => undefined;
  isEnded = false;
  private given: Puzzle | undefined;

  postMessage(given: Puzzle) {
    this.given = given;
  }
  terminate() {
    this.isEnded = true;
  }
  /** Works to the end. */
  run() {
    if (!this.given || this.isEnded) throw new Error('nothing to work out');
    const say = (data: unknown) => this.onmessage({ data });
    say({ answer: solvePuzzle(this.given, (share) => say({ share })) });
  }
  crash() {
    this.onerror();
  }
}

const codeIn = (address: string) => /captcha\/([\w-]+)\/puzzle/.exec(address)?.[1] ?? '';

/** Each code has a secret of its own, and one that is found soon. */
const secretFor = (code: string) =>
  code
    .replaceAll('-', '')
    .slice(0, PUZZLE_PARTS)
    .split('')
    .map((digit) => digit.padStart(PUZZLE_DIGITS, '0'))
    .join('');
const puzzleOf = (address: string) => makePuzzle('00112233445566778899aabbccddeeff', secretFor(codeIn(address)));

/** What the form must send for a code. */
export const answerFor = (code: string) => answerOfSecret(secretFor(code));
