import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceiptRenderer, RendererAnswer, RendererRequest } from '@/lib/ports/receipt-renderer';
import { rendererOver } from '@/lib/ports/receipt-renderer';
import type { PaperAnswer, PaperRenderer, PaperRequest } from '@/lib/ports/paper-renderer';
import type { ConsentAnswer, ConsentRenderer, ConsentRequest } from '@/lib/ports/consent-renderer';
import { consentRendererOver } from '@/lib/ports/consent-renderer';
import type { LetterAnswer, LetterRenderer, LetterRequest } from '@/lib/ports/letter-renderer';
import { letterRendererOver } from '@/lib/ports/letter-renderer';
import type { ListAnswer, ListRenderer, ListRequest } from '@/lib/ports/list-renderer';
import { listRendererOver } from '@/lib/ports/list-renderer';
import { paperRendererOver } from '@/lib/ports/paper-renderer';

import { fontPlaces } from './font-places';
import { threadPool } from './thread-pool';

export type WorkerRendererOptions = {
  /** The built thread, by absolute path (scripts/build/receipt-worker.mjs; the server has it in RECEIPT_WORKER). */
  readonly workerPath: string;
  /** The key of the tags in the page codes. */
  readonly secret: Uint8Array;
  /** TrueType files by absolute path. */
  readonly fonts: { readonly regular: string; readonly bold: string; readonly title: string };
  /** Each takes about 250 MB. */
  readonly threads?: 1 | 2;
  /** The library never gives all memory of a render back (0.2 to 0.4 MB each), so a thread is replaced after so many. */
  readonly rendersPerThread?: number;
  readonly queueMax?: number;
  readonly timeoutMs?: number;
  /** Where added fonts are kept on this server, by their hash. */
  readonly fontFolder?: string;
};

export type WorkerRenderer = ReceiptRenderer & {
  readonly papers: PaperRenderer;
  readonly letters: LetterRenderer;
  readonly lists: ListRenderer;
  readonly consents: ConsentRenderer;
  close(): Promise<void>;
};

type Asked = RendererRequest | PaperRequest | LetterRequest | ListRequest | ConsentRequest;
type Answered = RendererAnswer | PaperAnswer | LetterAnswer | ListAnswer | ConsentAnswer;

/** A receipt for a thousand people needs about half of it. */
const HEAP_MAX_MB = 256;

/**
 * Renders receipts, the papers of registration and letters with the same threads, so that the server goes on answering meanwhile. `check([])` at start warms
 * a thread up. Rejects at once when `queueMax` receipts wait already; after `close` everything is refused.
 */
export function workerRenderer(options: WorkerRendererOptions): WorkerRenderer {
  const {
    workerPath,
    secret,
    fonts,
    threads = 1,
    rendersPerThread = 200,
    queueMax = 200,
    timeoutMs = 20_000,
    fontFolder = join(tmpdir(), 'added-fonts'),
  } = options;
  const pool = threadPool<Asked, Answered>({
    workerPath,
    workerData: { secret, fonts },
    timeoutMs,
    threads,
    asksPerThread: rendersPerThread,
    queueMax,
    heapMaxMb: HEAP_MAX_MB,
  });
  // A thread answers each request with an answer of its kind; what is no such answer is refused by the ports.
  const receipts = rendererOver((request) => pool.ask(request) as Promise<RendererAnswer>, fontPlaces(fontFolder));
  const papers = paperRendererOver((request) => pool.ask(request) as Promise<PaperAnswer>);
  const letters = letterRendererOver((request) => pool.ask(request) as Promise<LetterAnswer>);
  const lists = listRendererOver((request) => pool.ask(request) as Promise<ListAnswer>);
  const consents = consentRendererOver((request) => pool.ask(request) as Promise<ConsentAnswer>);
  return { ...receipts, papers, letters, lists, consents, close: pool.close };
}
