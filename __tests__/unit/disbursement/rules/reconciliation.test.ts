import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BankOutcome, BankResultLine, ResultComplaint } from '@/lib/disbursement/rules/bank-result';
import { UNMATCHED_WORDS } from '@/lib/disbursement/rules/labels';
import { reconcile, type OurLine, type OurLineStatus } from '@/lib/disbursement/rules/reconciliation';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';

const ID = 'FK20260012-001';
const ours = (given: Partial<OurLine> = {}): OurLine => ({
  lineNumber: ID,
  accountTail: '1234',
  amountFen: 180_000_00,
  status: 'PENDING',
  bankReference: null,
  inThisFile: true,
  ...given,
});
const said = (given: Partial<BankResultLine> = {}): BankResultLine => ({
  line: 1,
  lineNumber: ID,
  accountTail: '1234',
  amountFen: 180_000_00,
  outcome: 'PAID',
  reasonCode: '',
  bankReference: 'B1',
  on: shanghaiDay('2026-11-24'),
  ...given,
});
const unread = (complaint: ResultComplaint) => ({ line: 1, lineNumber: ID, complaint, text: '' });
const heard = (lines: readonly OurLine[], ...rows: readonly BankResultLine[]) => reconcile(lines, { lines: rows });
const reasons = (result: ReturnType<typeof reconcile>) => result.unmatched.map((line) => line.reason);

describe('reconciling a result with our lines', () => {
  it('settles a line that fits by id, amount and account tail', () => {
    const result = heard([ours()], said());
    expect(result.settle).toEqual([said()]);
    expect(result).toMatchObject({ unmatched: [], hold: [] });
  });

  it.each([
    ['unknown-line', ours(), said({ lineNumber: 'FK20260012-999' })],
    ['amount-differs', ours(), said({ amountFen: 1 })],
    ['account-differs', ours(), said({ accountTail: '9999' })],
    ['other-file', ours({ inThisFile: false }), said()],
    ['already-settled', ours({ status: 'PAID', bankReference: 'B1' }), said()],
    ['already-settled', ours({ status: 'FAILED' }), said({ outcome: 'FAILED', reasonCode: 'AC04' })],
  ] as const)('changes nothing and says why: %s', (reason, line, answer) => {
    const result = heard([line], answer);
    expect(result.settle).toEqual([]);
    expect(reasons(result)).toEqual([reason]);
    expect(result.hold).toEqual([]);
    expect(UNMATCHED_WORDS[reason]).toBeTruthy();
  });

  it.each([
    ['withdrawn', ours({ status: 'WITHDRAWN' }), said()],
    ['contradicts-settled', ours({ status: 'FAILED' }), said()],
    [
      'contradicts-settled',
      ours({ status: 'PAID', bankReference: 'B1' }),
      said({ outcome: 'FAILED', reasonCode: 'AC04' }),
    ],
    ['paid-twice', ours({ status: 'PAID', bankReference: 'B0' }), said()],
  ] as const)(
    'holds the disbursement when money may have gone another way than we know: %s',
    (reason, line, answer) => {
      const result = heard([line], answer);
      expect(result.settle).toEqual([]);
      expect(reasons(result)).toEqual([reason]);
      expect(result.hold).toEqual([ID]);
    },
  );

  it.each(['FAILED', 'WITHDRAWN'] as const)(
    'holds what is %s with us whatever a row that may mean a payment is filed under',
    (status) => {
      const dead = ours({ status });
      const rows = [
        heard([{ ...dead, inThisFile: false }], said()),
        heard([dead], said({ amountFen: 1 })),
        heard([dead], said({ accountTail: '9999' })),
        heard([dead], said(), said({ line: 2, outcome: 'FAILED', reasonCode: 'AC04' })),
        reconcile([dead], { lines: [], unread: [unread('reference-missing')] }),
        reconcile([dead], { lines: [], waiting: [said()] }),
      ];
      expect(rows.map(({ settle, hold }) => [settle.length, hold])).toEqual(rows.map(() => [0, [ID]]));
    },
  );

  it('holds nothing where such a row cannot mean a payment, or ours is paid already', () => {
    const failed = said({ outcome: 'FAILED', reasonCode: 'AC04' });
    const rows = [
      heard([ours({ status: 'FAILED', inThisFile: false })], failed),
      heard([ours({ status: 'FAILED' })], said({ ...failed, amountFen: 1 })),
      reconcile([ours({ status: 'FAILED' })], { lines: [], unread: [unread('reason-missing')] }),
      heard([ours({ status: 'PAID', bankReference: 'B1', inThisFile: false })], said()),
      reconcile([ours({ status: 'PAID' })], { lines: [], unread: [unread('day')] }),
    ];
    expect(rows.map(({ unmatched, hold }) => [unmatched.length, hold])).toEqual(rows.map(() => [1, []]));
  });

  it('holds what is paid with us where a row of another file, amount or mind says that it was not', () => {
    const paid = ours({ status: 'PAID', bankReference: 'B1' });
    const back = said({ outcome: 'RETURNED', reasonCode: 'AC04' });
    const rows = [
      heard([{ ...paid, inThisFile: false }], back),
      heard([paid], { ...back, amountFen: 1 }),
      heard([paid], said(), said({ line: 2, outcome: 'FAILED', reasonCode: 'AC04' })),
    ];
    expect(rows.map(({ settle, hold }) => [settle.length, hold])).toEqual(rows.map(() => [0, [ID]]));
  });

  it('looks at what a row of another amount says once the same file has let the order fail', () => {
    const result = heard([ours()], said({ line: 2, outcome: 'FAILED', reasonCode: 'AC04' }), said({ amountFen: 1 }));
    expect([result.settle.length, reasons(result), result.hold]).toEqual([1, ['amount-differs'], [ID]]);
  });

  it('takes neither of two opposite answers in one file', () => {
    const result = heard([ours()], said(), said({ line: 2, outcome: 'FAILED', reasonCode: 'AC04' }));
    expect(result.settle).toEqual([]);
    expect(reasons(result)).toEqual(['contradictory', 'contradictory']);
  });

  it('counts a doubled answer once, and holds when its reference differs: it may have been paid twice', () => {
    const twice = heard([ours()], said(), said({ line: 2 }));
    expect([twice.settle.length, reasons(twice), twice.hold]).toEqual([1, ['doubled'], []]);
    const other = heard([ours()], said(), said({ line: 2, bankReference: 'B2' }));
    expect([other.settle.length, reasons(other), other.hold]).toEqual([1, ['paid-twice'], [ID]]);
  });

  it('takes money that came back as such, before and after we heard that it was paid', () => {
    const back = said({ line: 2, outcome: 'RETURNED', reasonCode: 'AC04' });
    expect(heard([ours({ status: 'PAID', bankReference: 'B1' })], back).settle).toEqual([back]);
    expect(heard([ours()], said(), back).settle).toEqual([back]);
  });
});

describe('what the bank has not answered yet', () => {
  const { lineNumber, accountTail, amountFen, line } = said();
  const waiting = { line, lineNumber, accountTail, amountFen };

  it('changes nothing and asks nothing of anybody, whether the line was paid before or is so in the same file', () => {
    for (const status of ['PENDING', 'PAID'] as const)
      expect(reconcile([ours({ status })], { lines: [], waiting: [waiting] })).toEqual({
        ...{ settle: [], unmatched: [], hold: [] },
      });
    expect(reconcile([ours()], { lines: [said()], waiting: [waiting] }).settle).toEqual([said()]);
  });

  it.each([
    ['unknown-line', ours({ lineNumber: 'FK20260012-999' }), []],
    ['amount-differs', ours({ amountFen: 1 }), []],
    ['account-differs', ours({ accountTail: '9999' }), []],
    ['other-file', ours({ inThisFile: false }), []],
    ['withdrawn', ours({ status: 'WITHDRAWN' }), [ID]],
    ['still-at-bank', ours({ status: 'FAILED' }), [ID]],
  ] as const)('is listed where it cannot be, and holds what we took back: %s', (reason, line, hold) => {
    const result = reconcile([line], { lines: [], waiting: [waiting] });
    expect([result.settle, reasons(result), result.hold]).toEqual([[], [reason], hold]);
  });
});

const status = fc.constantFrom<OurLineStatus>('PENDING', 'PAID', 'FAILED', 'WITHDRAWN');
const book = fc
  .array(fc.record({ status, amountFen: fc.constantFrom(1, 2), inThisFile: fc.boolean() }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rows) =>
    rows.map((row, index) =>
      ours({ ...row, lineNumber: `FK20260012-00${index + 1}`, bankReference: row.status === 'PAID' ? 'B1' : null }),
    ),
  );
const answers = fc.array(
  fc
    .record({
      lineNumber: fc.integer({ min: 1, max: 6 }).map((n) => `FK20260012-00${n}`),
      amountFen: fc.constantFrom(1, 2),
      accountTail: fc.constantFrom('1234', '1234', '1234', '9999'),
      outcome: fc.constantFrom<BankOutcome>('PAID', 'FAILED', 'RETURNED'),
      bankReference: fc.constantFrom('B1', 'B2'),
    })
    .map((given) => said({ ...given, reasonCode: given.outcome === 'PAID' ? '' : 'AC04' })),
  { maxLength: 12 },
);

/** Our lines after a result took effect, as the command leaves them. */
function after(lines: readonly OurLine[], settle: readonly BankResultLine[]): OurLine[] {
  return lines.map((line) => {
    const effect = settle.find((one) => one.lineNumber === line.lineNumber);
    if (!effect) return line;
    const isPaid = effect.outcome === 'PAID';
    return {
      ...line,
      status: isPaid ? 'PAID' : 'FAILED',
      bankReference: isPaid ? effect.bankReference : line.bankReference,
    };
  });
}

describe('whatever the bank sends', () => {
  it('gives the same end in any order of the rows', () => {
    const shuffled = answers.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(book, shuffled, (lines, [one, other]) => {
        const first = heard(lines, ...one);
        const second = heard(lines, ...other);
        expect(after(lines, second.settle)).toEqual(after(lines, first.settle));
        expect(second.hold).toEqual(first.hold);
        expect(reasons(second).sort()).toEqual(reasons(first).sort());
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing a second time, and never settles a line twice in one file', () => {
    fc.assert(
      fc.property(book, answers, (lines, rows) => {
        const first = heard(lines, ...rows);
        const settled = first.settle.map((one) => one.lineNumber);
        expect(new Set(settled).size).toBe(settled.length);
        const book2 = after(lines, first.settle);
        const again = heard(book2, ...rows);
        expect(after(book2, again.settle)).toEqual(book2);
      }),
      { numRuns: 1000 },
    );
  });

  it('accounts for every row: it takes effect, or is listed with a reason', () => {
    fc.assert(
      fc.property(book, answers, (lines, rows) => {
        const numbered = rows.map((row, index) => ({ ...row, line: index + 1 }));
        const result = heard(lines, ...numbered);
        const seen = new Set([...result.settle, ...result.unmatched].map((row) => row.line));
        const told = numbered.filter((row) => !seen.has(row.line));
        // 已付 beside 退汇 of the same line tells the same story and is the only thing left unsaid.
        expect(told.every((row) => row.outcome === 'PAID')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
