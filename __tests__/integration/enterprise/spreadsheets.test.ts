import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJs from 'exceljs';
import { sheetTemplate } from '@/lib/enterprise/reading/sheet-template';
import { workerSpreadsheets } from '@/lib/drivers/spreadsheet/worker-spreadsheets';
import { aWorkbook, aZip, rowsXml, sheetXml, workbookParts } from '../../builders/spreadsheet';
import { inProject } from '../../../scripts/tools/project.mjs';

const BOUND_MS = 5_000;
const TEST_MS = 30_000;
const MB = 1024 * 1024;
const GROWTH_MAX = 160 * MB;
const plain = rowsXml([['统一社会信用代码', '企业名称']]);

/** Every one of them must be refused, and for its own reason. */
const HOSTILE: readonly (readonly [what: string, fault: string, bytes: () => Uint8Array])[] = [
  ['a bomb of 200 MB', 'too-large', () => aZip(workbookParts(Buffer.alloc(200 * MB, 0x20)))],
  [
    'a bomb that claims to be small',
    'unreadable',
    () =>
      aZip(
        workbookParts(Buffer.alloc(64 * MB, 0x20)).map((part) =>
          part.name.includes('sheet1') ? { ...part, claims: 1_000 } : part,
        ),
      ),
  ],
  [
    'a far cell',
    'too-many-rows',
    () => aZip(workbookParts(sheetXml('<row r="1"><c r="XFD1048576"><v>1</v></c></row>'))),
  ],
  [
    'a far column',
    'too-many-columns',
    () => aZip(workbookParts(sheetXml('<row r="1"><c r="XFD1"><v>1</v></c></row>'))),
  ],
  ['a far row', 'too-many-rows', () => aZip(workbookParts(sheetXml('<row r="1048576"><c><v>1</v></c></row>')))],
  [
    'a far cell behind a character reference',
    'unreadable',
    () => aZip(workbookParts(sheetXml('<row r="1"><c r="&#88;FD1048576"><v>1</v></c></row>'))),
  ],
  ['a formula', 'formula', () => aZip(workbookParts(sheetXml('<row r="1"><c r="A1"><f>HYPERLINK("x")</f></c></row>')))],
  [
    'a formula in a prefixed name',
    'formula',
    () => aZip(workbookParts(sheetXml('<row r="1"><c r="A1"><x:f>1+1</x:f></c></row>'))),
  ],
  [
    'an external entity',
    'foreign-part',
    () => aZip(workbookParts(sheetXml(plain, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'))),
  ],
  [
    'an entity bomb',
    'foreign-part',
    () => aZip(workbookParts(sheetXml('&b;', '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>'))),
  ],
  [
    'UTF-16, in which a declaration hides',
    'unreadable',
    () => aZip(workbookParts(Buffer.from(sheetXml(plain), 'utf16le'))),
  ],
  [
    'a macro',
    'macro',
    () => aZip([...workbookParts(sheetXml(plain)), { name: 'xl/vbaProject.bin', bytes: Buffer.from('x') }]),
  ],
  [
    'an external link',
    'foreign-part',
    () =>
      aZip([
        ...workbookParts(sheetXml(plain)),
        { name: 'xl/externalLinks/externalLink1.xml', bytes: Buffer.from('<x/>') },
      ]),
  ],
  [
    'an embedded document',
    'foreign-part',
    () => aZip([...workbookParts(sheetXml(plain)), { name: 'xl/embeddings/a.docx', bytes: Buffer.from('x') }]),
  ],
  [
    'a name that climbs out',
    'unreadable',
    () => aZip([...workbookParts(sheetXml(plain)), { name: '../../etc/cron.d/x', bytes: Buffer.from('x') }]),
  ],
  [
    'three thousand entries',
    'too-large',
    () => aZip(Array.from({ length: 3_000 }, (_, n) => ({ name: `xl/a${n}.xml`, bytes: Buffer.from('<x/>') }))),
  ],
  [
    'two parts of one name',
    'unreadable',
    () => aZip([...workbookParts(sheetXml(plain)), ...workbookParts(sheetXml(plain))]),
  ],
  [
    'an encrypted entry',
    'protected',
    () => aZip(workbookParts(sheetXml(plain)).map((part) => ({ ...part, flags: 0x0801 }))),
  ],
  ['a zip that is no workbook', 'not-a-spreadsheet', () => aZip([{ name: 'a.txt', bytes: Buffer.from('x') }])],
  ['an old .xls', 'old-format', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])],
  ['a PDF', 'not-a-spreadsheet', () => Buffer.from('%PDF-1.7\n')],
  ['a page of HTML', 'not-a-spreadsheet', () => Buffer.from('<html><table>')],
  ['nothing', 'not-a-spreadsheet', () => new Uint8Array()],
  ['half a zip', 'unreadable', () => aWorkbook([['a']]).subarray(0, 300)],
  ['six thousand rows', 'too-many-rows', () => aWorkbook(Array.from({ length: 6_000 }, () => ['a', 'b']))],
  ['a CSV of six thousand rows', 'too-many-rows', () => Buffer.from('a,b\n'.repeat(6_000))],
  ['a CSV of a thousand columns', 'too-many-columns', () => Buffer.from(','.repeat(1_000))],
  ['a CSV with one endless cell', 'unreadable', () => Buffer.from(`"${'x'.repeat(4 * MB)}`)],
];

describe('spreadsheets in the thread', () => {
  let reader: ReturnType<typeof workerSpreadsheets>;
  beforeAll(() => {
    reader = workerSpreadsheets({ workerPath: inProject('.cache', 'workers', 'spreadsheet-worker.mjs') });
  });
  afterAll(() => reader.close());

  it.each(HOSTILE)(
    '%s is refused as %s, in bounded time and memory',
    async (_what, fault, make) => {
      const bytes = make();
      const before = process.memoryUsage().rss;
      const began = performance.now();
      expect(await reader.read(bytes)).toEqual({ ok: false, refusal: fault });
      expect(performance.now() - began).toBeLessThan(BOUND_MS);
      expect(process.memoryUsage().rss - before).toBeLessThan(GROWTH_MAX);
    },
    TEST_MS,
  );

  it(
    'a thread that ran out of heap or time is replaced: the next file is read',
    async () => {
      const starved = workerSpreadsheets({
        workerPath: inProject('.cache', 'workers', 'spreadsheet-worker.mjs'),
        heapMaxMb: 24,
        timeoutMs: 4_000,
      });
      const wide = aWorkbook(
        Array.from({ length: 5_000 }, (_, n) => Array.from({ length: 50 }, (_c, c) => `${n} ${c} ${'x'.repeat(20)}`)),
      );
      expect(await starved.read(wide)).toEqual({ ok: false, refusal: 'unreadable' });
      expect(await starved.read(aWorkbook([['a', 'b']]))).toEqual({ ok: true, value: [['a', 'b']] });
      await starved.close();
    },
    TEST_MS,
  );

  it('what a spreadsheet programme writes is read: text, numbers as digits, days, blanks', async () => {
    const book = new ExcelJs.Workbook();
    const sheet = book.addWorksheet('法人库');
    sheet.addRow(['统一社会信用代码', '企业名称', '成立日期', '注册号']);
    sheet.addRow(['91320599MA0000101', '苏州“晨星”<纳米>有限公司', new Date('2019-03-18T00:00:00Z'), 320599000000001]);
    sheet.addRow([null, '苏州空白有限公司']);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    expect(await reader.read(bytes)).toEqual({
      ok: true,
      value: [
        ['统一社会信用代码', '企业名称', '成立日期', '注册号'],
        ['91320599MA0000101', '苏州“晨星”<纳米>有限公司', '2019-03-18', '320599000000001'],
        ['', '苏州空白有限公司', '', ''],
      ],
    });
  });

  it('the template is a workbook that a spreadsheet programme opens, all of it text', async () => {
    const template = sheetTemplate('法人库', ['统一社会信用代码', '企业名称']);
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(template.slice().buffer as ArrayBuffer);
    const sheet = book.worksheets[0];
    expect(sheet?.name).toBe('法人库');
    expect(sheet?.getRow(1).values).toEqual([undefined, '统一社会信用代码', '企业名称']);
    expect(sheet?.getColumn(1).numFmt).toBe('@');
    expect((await reader.read(template)).ok).toBe(true);
  });

  it.each([
    ['UTF-8 with its mark', Buffer.from('\ufeff名称,代码\r\n"苏州, ""甲"" 公司",1\r\n')],
    ['UTF-8', Buffer.from('名称,代码\n"苏州, ""甲"" 公司",1')],
    [
      'GB 18030, as Excel in China saves it',
      Buffer.from('c3fbb3c62cb4fac2eb0d0a22cbd5d6dd2c202222bcd7222220b9abcbbe222c310d0a', 'hex'),
    ],
  ])('a CSV in %s is read', async (_encoding, bytes) => {
    expect(await reader.read(bytes)).toEqual({
      ok: true,
      value: [
        ['名称', '代码'],
        ['苏州, "甲" 公司', '1'],
      ],
    });
  });
});
