import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, it } from '@jest/globals';
import { streamedBook } from '@/lib/export/document/streamed-book';
import { money, text } from '@/lib/export/rules/columns';

const ROWS = 20_000;
const PAGE = 500;
const COLUMNS = 20;
/** The library holds about 1.3 KB for each row written; rows and pages of ours are not held. */
const GROWTH_MAX_MB = 48;

const lines: { measured: string; value: string; budget: string }[] = [];
afterAll(() => console.table(lines));

type Line = { readonly at: number };
const columns = Array.from({ length: COLUMNS }, (_, place) =>
  place === 0
    ? money<Line>('金额（元）', ({ at }) => at * 101)
    : text<Line>(`第 ${place} 列`, 20, ({ at }) => `苏州工业园区第 ${at} 号企业，${place} ${(at * 7919) % 99_991}`),
);

const megabytes = () => process.memoryUsage().heapUsed / 2 ** 20 + process.memoryUsage().arrayBuffers / 2 ** 20;
setFlagsFromString('--expose_gc');
/** What is measured is what is held, not what waits to be collected. */
const collect = runInNewContext('gc') as () => void;

/** The greatest growth of memory seen at any page while so many rows went out to a reader that keeps nothing. */
async function growthOf(rows: number): Promise<{ grown: number; bytes: number; ms: number }> {
  collect();
  const [before, begun] = [megabytes(), performance.now()];
  let most = before;
  async function* pages() {
    for (let from = 0; from < rows; from += PAGE) {
      if (from % (PAGE * 8) === 0) {
        collect();
        most = Math.max(most, megabytes());
      }
      yield Array.from({ length: PAGE }, (_, index) => ({ at: from + index }));
    }
  }
  const taken = {
    ...{ title: '量测', by: { name: '周敏', username: 'first1' }, at: new Date('2026-11-23T02:00:00Z') },
    ...{ filter: [], rows, isWhole: false },
  };
  let bytes = 0;
  const reader = streamedBook(taken, columns, pages()).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) bytes += part.value.length;
  return { grown: most - before, bytes, ms: performance.now() - begun };
}

it(`writes ${ROWS} rows within its memory`, async () => {
  await growthOf(PAGE);
  const few = await growthOf(ROWS / 4);
  const many = await growthOf(ROWS);
  for (const [rows, { grown, bytes, ms }] of [[ROWS / 4, few] as const, [ROWS, many] as const]) {
    lines.push({
      measured: `${rows} rows: memory grown`,
      value: `${grown.toFixed(1)} MB`,
      budget: `${GROWTH_MAX_MB} MB`,
    });
    lines.push({
      measured: `${rows} rows: written`,
      value: `${(bytes / 2 ** 20).toFixed(1)} MB, ${ms.toFixed(0)} ms`,
      budget: '',
    });
  }
  expect(many.grown).toBeLessThan(GROWTH_MAX_MB);
}, 120_000);
