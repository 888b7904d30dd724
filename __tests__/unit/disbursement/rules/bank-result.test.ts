import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BankLayout } from '@/lib/disbursement/rules/bank-layout.schema';
import { FIRST_LAYOUTS, SAMPLE_LAYOUTS, STANDARD } from '@/lib/disbursement/rules/bank-layouts';
import { USUAL_WAITING } from '@/lib/disbursement/rules/bank-layout.schema';
import { decodeResult, readBankResult, type BankOutcome, type ResultFault } from '@/lib/disbursement/rules/bank-result';
import { resultBytes, resultText, type SaidLine } from '@/lib/disbursement/rules/bank-result-sample';
import { encodeGb18030 } from '@/lib/disbursement/rules/gb18030';
import { failureReason, KNOWN_FAILURE_CODES } from '@/lib/disbursement/rules/failure-reasons';
import { COMPLAINT_WORDS } from '@/lib/disbursement/rules/labels';
import { explainResultFault } from '@/lib/disbursement/rules/result-refusals';
import { reconcile, type OurLine } from '@/lib/disbursement/rules/reconciliation';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { LIES } from '@/bench/money/lies';

const FILE = 'FK20260012';
const GOOD = 'FK20260012-001,1234,180000.00,PAID,,B2026112400017,2026-11-24';
const [TAB, HOST] = SAMPLE_LAYOUTS as [BankLayout, BankLayout];
const ALL = [...FIRST_LAYOUTS, ...SAMPLE_LAYOUTS].map((layout) => [layout.code, layout] as const);

function read(text: string, layout: BankLayout = STANDARD) {
  const answer = readBankResult(text, layout, FILE);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
}

const said = (given: Partial<SaidLine> = {}): SaidLine => ({
  lineNumber: `${FILE}-001`,
  accountTail: '1234',
  amountFen: 180_000_00,
  outcome: 'PAID',
  reasonCode: '',
  bankReference: 'B1',
  on: shanghaiDay('2026-11-24'),
  ...given,
});

describe('the result file of the bank', () => {
  it('is read with byte order mark, any line end, titles, blank lines, blanks and full width around values', () => {
    const text = `\uFEFF明细编号,账号后四位,金额,结果,原因代码,流水号,日期\r\n ${GOOD} \r\n\r\nfk20260012-002 ,１２３５, "180,000.00" ,失败,ac04,,20261124\n`;
    const { lines, unread } = read(text);
    expect(unread).toEqual([]);
    expect(lines).toEqual([
      { line: 2, ...said({ bankReference: 'B2026112400017' }) },
      {
        line: 4,
        ...said({
          lineNumber: 'FK20260012-002',
          accountTail: '1235',
          outcome: 'FAILED',
          reasonCode: 'AC04',
          bankReference: '',
        }),
      },
    ]);
  });

  it('takes what the bank is still about as waiting, without a reason, a reference or a day, and counts it in the control rows', () => {
    const { lines, waiting, unread } = read(`${GOOD}\n${FILE}-002,1235,3.00,处理中,,,\n`);
    expect([lines.length, unread.length]).toEqual([1, 0]);
    expect(waiting).toEqual([{ line: 2, lineNumber: `${FILE}-002`, accountTail: '1235', amountFen: 300 }]);
    for (const [, layout] of ALL) {
      const [word = ''] = layout.result.words.WAITING ?? USUAL_WAITING;
      const text = resultText([said(), said({ lineNumber: `${FILE}-002` })], layout, FILE);
      const paid = layout.result.words.PAID[0] ?? '';
      const place = text.lastIndexOf(paid);
      const answer = read(text.slice(0, place) + word + text.slice(place + paid.length), layout);
      expect([answer.lines.length, answer.waiting.length, answer.unread]).toEqual([1, 1, []]);
    }
  });

  it('is read without titles too, and forgives commas at the end of a row', () => {
    expect(read(`${GOOD},,,\n`).lines).toHaveLength(1);
  });

  it.each([
    ['columns', 'FK20260012-001,1234,180000.00,PAID'],
    ['line-number', 'X-1,1234,180000.00,PAID,,B1,2026-11-24'],
    ['account-tail', 'FK20260012-001,234,180000.00,PAID,,B1,2026-11-24'],
    ['amount', 'FK20260012-001,1234,-5,PAID,,B1,2026-11-24'],
    ['amount', 'FK20260012-001,1234,0.00,PAID,,B1,2026-11-24'],
    ['outcome', 'FK20260012-001,1234,180000.00,OK,,B1,2026-11-24'],
    ['reason-missing', 'FK20260012-001,1234,180000.00,FAILED,,B1,2026-11-24'],
    ['reference-missing', 'FK20260012-001,1234,180000.00,PAID,,,2026-11-24'],
    ['day', 'FK20260012-001,1234,180000.00,PAID,,B1,2026-02-30'],
  ] as const)('is complained of by row, not guessed at: %s', (complaint, row) => {
    const { lines, unread } = read(`${GOOD}\n${row}\n`);
    expect(lines).toHaveLength(1);
    const lineNumber = complaint === 'line-number' ? null : 'FK20260012-001';
    expect(unread).toEqual([expect.objectContaining({ line: 2, lineNumber, complaint })]);
    expect(COMPLAINT_WORDS[complaint]).toBeTruthy();
  });

  it('reads a row of a file that is cut anywhere as it was meant, or not at all', () => {
    const [whole] = read(`${GOOD}\n`).lines;
    for (let end = 0; end <= GOOD.length; end += 1) {
      const { lines, waiting } = read(GOOD.slice(0, end));
      expect([...lines, ...waiting]).toEqual(end === GOOD.length ? [whole] : []);
    }
    const short = GOOD.replace('2026-11-24', '2026-1-2');
    expect([read(`${short}\n`), read(short)].map(({ lines }) => lines.length)).toEqual([1, 0]);
    expect(read(GOOD.replace('2026-11-24', '2026年1月2日')).lines).toHaveLength(1);
  });

  it('never shows a whole account in what it complains of', () => {
    const { unread } = read('3225019882361234,苏州示例,1.00,PAID,,B1,2026-11-24');
    expect(unread[0]?.text).toContain('****1234');
    expect(unread[0]?.text).not.toContain('3225019882361234');
  });
});

describe('a result in the layout of another bank', () => {
  const text = resultText([said(), said({ lineNumber: `${FILE}-002`, amountFen: 1_234_567_89 })], TAB, FILE);

  it('is found by its titles in any order, with its own words, thousands and masked accounts', () => {
    expect(text).toContain('交易成功\t2026-11-24\t1,234,567.89\t3225****1234');
    const [head = '', titles = '', one = '', two = '', foot = ''] = text.split('\r\n');
    const turned = [titles, one, two].map((row) => row.split('\t').reverse().join('\t'));
    expect(read([head, ...turned, foot].join('\n'), TAB).lines.map(({ line: _line, ...rest }) => rest)).toEqual(
      read(text, TAB).lines.map(({ line: _line, ...rest }) => rest),
    );
  });

  it('puts a word that the layout does not know on the list, also one that another bank uses', () => {
    const { lines, unread } = read(text.replace('交易成功', '成功'), TAB);
    expect(lines).toHaveLength(1);
    expect(unread).toEqual([expect.objectContaining({ complaint: 'outcome' })]);
    expect(read(resultText([said()], HOST, FILE).replace('"00"', '"07"'), HOST).unread).toMatchObject([
      { complaint: 'outcome' },
    ]);
  });

  it.each([
    ['a column taken away', text.replace('柜员流水', '流水'), 'result-columns', '缺少“柜员流水”列'],
    ['a column twice', text.replace('收方户名', '失败说明'), 'result-columns', '“失败说明”列出现多次'],
    ['a row lost', text.replace(/交易成功.*\r\n/, ''), 'result-control', '文件末行写的是行数 2，实际应为 1'],
    ['its end cut off', text.replace(/共.*\r\n$/, ''), 'result-control', '文件末行'],
    ['an amount changed', text.replace('180,000.00', '180,000.01'), 'result-control', '合计 1,414,567.89'],
    ['another file of ours', text.replace(FILE, 'FK20260013'), 'result-control', '文件首行写的是文件编号 FK20260013'],
  ] as const)('is refused whole with %s', (_what, wrong, code, why) => {
    const answer = readBankResult(wrong, TAB, FILE);
    if (answer.ok) throw new Error('taken');
    expect(answer.refusal.code).toBe(code);
    const explain = explainResultFault[code] as (fault: ResultFault) => { why: string };
    expect(explain(answer.refusal).why).toContain(why);
  });

  it('is refused in another encoding than its own, and taken in its own', () => {
    const utf8 = new TextEncoder().encode(text);
    expect(decodeResult(utf8, TAB)).toMatchObject({ refusal: { code: 'result-encoding', wanted: 'gb18030' } });
    expect(decodeResult(encodeGb18030(text), TAB)).toEqual({ ok: true, value: text });
    expect(decodeResult(encodeGb18030('成功'), HOST)).toMatchObject({ refusal: { code: 'result-encoding' } });
    expect(decodeResult(encodeGb18030(GOOD.replace('PAID', '成功')), STANDARD)).toMatchObject({ ok: true });
  });
});

const anything = fc
  .array(
    fc.record({
      place: fc.integer({ min: 1, max: 200 }),
      tail: fc.integer({ min: 0, max: 9999 }),
      amountFen: fc.integer({ min: 1, max: 999_999_999_99 }),
      outcome: fc.constantFrom<BankOutcome>('PAID', 'FAILED', 'RETURNED'),
      reasonCode: fc.constantFrom('AC01', 'AC04', 'AM04', 'TM01', 'ZZ99'),
      bankReference: fc.stringMatching(/^[A-Za-z0-9]{1,20}$/),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) =>
    rows.map(({ place, tail, ...row }) =>
      said({
        ...row,
        lineNumber: `${FILE}-${String(place).padStart(3, '0')}`,
        accountTail: String(tail).padStart(4, '0'),
        bankReference: row.outcome === 'PAID' ? row.bankReference : '',
      }),
    ),
  );

/** Our lines after what a file said took effect. */
function after(books: readonly OurLine[], bytes: Uint8Array, layout: BankLayout): readonly OurLine[] {
  const text = decodeResult(bytes, layout);
  const result = text.ok ? readBankResult(text.value, layout, FILE) : text;
  if (!result.ok) return books;
  const { settle } = reconcile(books, result.value);
  return books.map((line) => {
    const effect = settle.find((one) => one.lineNumber === line.lineNumber);
    if (!effect) return line;
    return { ...line, status: effect.outcome === 'PAID' ? 'PAID' : 'FAILED', bankReference: effect.bankReference };
  });
}

describe.each(ALL)('whatever the bank of layout %s says', (_code, layout) => {
  it('is read as it was said, from its bytes', () => {
    fc.assert(
      fc.property(anything, (rows) => {
        const text = decodeResult(resultBytes(resultText(rows, layout, FILE), layout), layout);
        if (!text.ok) throw new Error(text.refusal.code);
        const { lines, unread } = read(text.value, layout);
        expect(unread).toEqual([]);
        expect(lines.map(({ line: _line, ...one }) => one)).toEqual(rows);
      }),
    );
  });

  it('cut off at any byte settles nothing that it would not have settled whole', () => {
    const ours = [1, 2, 3].map((place): OurLine => {
      const lineNumber = `${FILE}-00${place}`;
      return {
        ...said({ lineNumber, amountFen: place * 100 }),
        status: 'PENDING',
        bankReference: null,
        inThisFile: true,
      };
    });
    const rows = ours.map(({ lineNumber, amountFen }) => said({ lineNumber, amountFen }));
    const bytes = resultBytes(resultText(rows, layout, FILE), layout);
    for (let end = 0; end <= bytes.length; end += 1) {
      for (const line of after(ours, bytes.slice(0, end), layout)) expect(['PENDING', 'PAID']).toContain(line.status);
    }
    expect(after(ours, bytes, layout).map(({ status }) => status)).toEqual(['PAID', 'PAID', 'PAID']);
  });

  it.each(LIES.map((lie) => [lie.name, lie] as const))('changes nothing a second time: %s', (_name, lie) => {
    const ours = [1, 2].map((place): OurLine => {
      const line = said({ lineNumber: `${FILE}-00${place}` });
      return { ...line, status: 'PENDING', bankReference: null, inThisFile: true };
    });
    const files = lie.files(ours, { layout, fileNumber: FILE });
    const once = files.reduce((books, bytes) => after(books, bytes, layout), ours as readonly OurLine[]);
    const twice = [...files, ...files].reduce(
      (books, bytes) => after(books, bytes, layout),
      ours as readonly OurLine[],
    );
    expect(twice).toEqual(once);
    expect(once.every(({ status }) => status !== 'PENDING')).toBe(true);
  });
});

describe('the reason of a failure', () => {
  it('is plain words and whose matter it is', () => {
    expect(failureReason('ac04')).toEqual({ says: '收款账户已销户', cause: 'account' });
    expect(failureReason('TM01').cause).toBe('bank');
    for (const code of KNOWN_FAILURE_CODES) expect(failureReason(code).says).not.toMatch(/[A-Za-z]/);
  });

  it('does not send the enterprise on a wrong way when the bank gives an unknown code', () => {
    expect(failureReason('ZZ99')).toEqual({ says: '银行退回，代码 ZZ99', cause: 'bank' });
  });
});
