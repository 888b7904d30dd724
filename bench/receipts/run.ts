import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { threadPool } from '@/lib/drivers/pdf/thread-pool';
import { workerRenderer, type WorkerRenderer } from '@/lib/drivers/pdf/worker-renderer';
import { receiptFonts } from '@/lib/runtime/compose-ports';
import { rssMb, slopePerThousand, type Sample } from './memory';
import { modelAt, TALENTS_MOST } from './models';

// `npm run bench -- receipts [RECEIPTS]`: a batch of receipts of 1 to 30 talents, drawn by the product's threads and,
// in the same run, a page with one line by the bare library (@react-pdf/renderer) in a thread of the same pool.
const RECEIPTS = Number(process.argv[2] ?? 10_000);
const BARE = Math.min(RECEIPTS, 1000);
const PLACES = Math.min(TALENTS_MOST, RECEIPTS);
const fonts = receiptFonts();
const secret = Buffer.alloc(32, 5);
const workerPath = join(process.cwd(), '.cache', 'workers', 'receipt-worker.mjs');

/** Threads are replaced after 200 renders, so memory is a saw; over fewer receipts than this a slope says nothing. */
const SLOPE_FROM = 2000;
const BUDGET = { slopeMbPerThousand: 10, rssMbMost: 1200, bytesP95: 80_000 } as const;

type Batch = {
  readonly seconds: number;
  readonly sizes: number[];
  readonly hashes: string[];
  readonly samples: Sample[];
};

const one: Batch = await batch(1, Math.min(RECEIPTS, 1000));
const two = await batch(2, RECEIPTS);
const again = await batch(1, PLACES);
const bare = await bareRate();
report();

/** As many receipts with as many threads; no more than twice as many are asked for at once, as the issuing job does. */
async function batch(threads: 1 | 2, count: number): Promise<Batch> {
  const renderer = workerRenderer({ workerPath, secret, fonts, threads, timeoutMs: 60_000 });
  await renderer.check([]);
  const made: Batch = { seconds: 0, sizes: [], hashes: [], samples: [] };
  const began = performance.now();
  await inTurns(count, threads * 2, async (at) => {
    await drawInto(made, renderer, at);
    if (made.sizes.length % Math.max(1, Math.floor(count / 200)) === 0)
      made.samples.push({ done: made.sizes.length, rssMb: rssMb() });
  });
  const seconds = (performance.now() - began) / 1000;
  await renderer.close();
  return { ...made, seconds };
}

async function drawInto({ sizes, hashes }: Batch, renderer: WorkerRenderer, at: number): Promise<void> {
  const drawn = await renderer.render(modelAt(at));
  if (!drawn.ok) throw new Error(`receipt ${at} was refused: ${drawn.refusal.characters.join('')}`);
  const { pdf, sha256 } = drawn.value;
  if (at < PLACES && createHash('sha256').update(pdf).digest('hex') !== sha256) throw new Error('the hash is wrong');
  sizes.push(pdf.byteLength);
  if (at < PLACES) hashes[at] = sha256;
}

async function bareRate(): Promise<number> {
  const pool = threadPool<{ model: { number: string; payee: string } }, number>({
    workerPath: join(process.cwd(), 'bench', 'receipts', 'bare-thread.mjs'),
    workerData: { fonts },
    ...{ threads: 1, asksPerThread: 200, queueMax: 200, timeoutMs: 60_000, heapMaxMb: 256 },
  });
  const ask = async (at: number) => {
    const { number, payee } = modelAt(at);
    await pool.ask({ model: { number, payee } });
  };
  await ask(0);
  const began = performance.now();
  await inTurns(BARE, 2, ask);
  const rate = BARE / ((performance.now() - began) / 1000);
  await pool.close();
  return rate;
}

async function inTurns(count: number, atOnce: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const line = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, line));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

function report(): void {
  const rate = ({ sizes, seconds }: Batch) => sizes.length / seconds;
  const slope = slopePerThousand(two.samples);
  const most = Math.max(...two.samples.map(({ rssMb: mb }) => mb));
  const p95 = quantile(two.sizes, 0.95);
  const same = again.hashes.filter((hash, at) => hash === two.hashes[at] && hash === one.hashes[at]).length;
  const isLong = RECEIPTS >= SLOPE_FROM;
  const rows = [
    ['receipts per second, 1 thread', rate(one).toFixed(1), '', true],
    ['receipts per second, 2 threads', rate(two).toFixed(1), '', true],
    ['bare @react-pdf, one line on one page, 1 thread', bare.toFixed(1), '', true],
    ['a receipt costs so many bare pages', (bare / rate(one)).toFixed(1), '', true],
    ['memory, most', `${most.toFixed(0)} MB`, `<= ${BUDGET.rssMbMost} MB`, most <= BUDGET.rssMbMost],
    [
      'memory, rise per 1,000 receipts after the first fifth',
      `${slope.toFixed(2)} MB`,
      isLong ? `<= ${BUDGET.slopeMbPerThousand} MB` : '',
      !isLong || slope <= BUDGET.slopeMbPerThousand,
    ],
    ['bytes, p50 / p95', `${quantile(two.sizes, 0.5)} / ${p95}`, `p95 <= ${BUDGET.bytesP95}`, p95 <= BUDGET.bytesP95],
    ['drawn three times, the same bytes', `${same} of ${PLACES}`, `${PLACES}`, same === PLACES],
  ] as const;
  console.table(rows.map(([measured, value, budget, kept]) => ({ measured, value, budget, kept: budget ? kept : '' })));
  const isKept = rows.every(([, , , kept]) => kept);
  console.log(`${isKept ? 'budgets kept' : 'BUDGETS NOT KEPT'}; ${RECEIPTS} receipts of 1 to ${TALENTS_MOST} talents`);
  process.exit(isKept ? 0 : 1);
}
