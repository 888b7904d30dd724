import { describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { streamedBook } from '@/lib/export/document/streamed-book';
import { count, money, text } from '@/lib/export/rules/columns';
import type { Taken } from '@/lib/export/rules/cover';
import { harmless } from '@/lib/export/rules/harmless';

type Line = { readonly name: string; readonly fen: number; readonly people: number };

const COLUMNS = [
  text<Line>('名称', 20, ({ name }) => name),
  money<Line>('金额（元）', ({ fen }) => fen),
  count<Line>('人数', ({ people }) => people),
];
const taken = (rows: number): Taken => ({
  title: '待办',
  by: { name: '周敏', username: 'first1' },
  at: new Date('2026-11-23T02:00:00Z'),
  filter: ['全部待办', '今天到期'],
  rows,
  isWhole: false,
});

async function* inPages(lines: readonly Line[], size: number) {
  for (let from = 0; from < lines.length; from += size) yield lines.slice(from, from + size);
}

async function readBack(stream: ReadableStream<Uint8Array>): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await new Response(stream).arrayBuffer());
  return book;
}

const line: fc.Arbitrary<Line> = fc.record({
  name: fc
    .tuple(fc.constantFrom('', '=', '+', '-', '@', '\t'), fc.string({ unit: 'grapheme-ascii', maxLength: 12 }))
    .map(([start, rest]) => `${start}${rest}李`),
  fen: fc.integer({ min: 0, max: 1_000_000_000_000_00 }),
  people: fc.nat(500),
});

describe('a streamed sheet', () => {
  it('reads back as the rows that were written, to the fen, and no text begins a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), async (lines, size) => {
        const book = await readBack(streamedBook(taken(lines.length), COLUMNS, inPages(lines, size)));
        const sheet = book.getWorksheet('数据');
        const back = lines.map((_, index) => {
          const row = sheet?.getRow(index + 2);
          const [name, yuan, people] = [1, 2, 3].map((place) => row?.getCell(place).value);
          expect(typeof name).toBe('string');
          expect(name).not.toMatch(/^[=+\-@\t\r]/);
          return { name, fen: Math.round(Number(yuan) * 100), people };
        });
        expect(back).toEqual(lines.map((one) => ({ ...one, name: harmless(one.name) })));
        expect(book.getWorksheet('行数说明')).toBeUndefined();
      }),
      { numRuns: 15 },
    );
  });

  it('says on its cover and on printed pages who took it out, when and what it is narrowed to', async () => {
    const book = await readBack(streamedBook(taken(3), COLUMNS, inPages([{ name: '甲', fen: 1, people: 1 }], 5)));
    const cover = book.worksheets[0];
    const says = [1, 2, 3, 4, 5].map((row) => cover?.getRow(row).getCell(2).value);
    expect(says).toEqual([
      '待办',
      '周敏（first1）',
      '2026年11月23日 10:00（北京时间）',
      '全部待办；今天到期',
      '3 行（开始导出时）',
    ]);
    expect(book.getWorksheet('数据')?.headerFooter.oddFooter).toContain('周敏（first1）导出于 2026年11月23日 10:00');
    expect(book.getWorksheet('行数说明')?.getRow(1).getCell(2).value).toContain('实际写出 1 行');
  });

  it('ends the reading of rows when the reader goes away', async () => {
    let read = 0;
    let ended = false;
    async function* endless() {
      try {
        for (;;) {
          read += 1;
          yield Array.from({ length: 200 }, (_, index) => ({ name: `${read}-${index * 7919}`, fen: index, people: 1 }));
        }
      } finally {
        ended = true;
      }
    }
    const reader = streamedBook(taken(0), COLUMNS, endless()).getReader();
    await reader.read();
    await reader.cancel();
    while (!ended) await new Promise(setImmediate);
    const after = read;
    await new Promise(setImmediate);
    expect(read).toBe(after);
  });

  it('fails where its rows fail, rather than end as if it were whole', async () => {
    async function* broken() {
      yield [{ name: '甲', fen: 1, people: 1 }];
      throw new Error('the database went away');
    }
    await expect(readBack(streamedBook(taken(1), COLUMNS, broken()))).rejects.toThrow('the database went away');
  });
});
