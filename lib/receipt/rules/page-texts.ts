import { formatDay } from '@/lib/kernel/shanghai-day';

import type { Rect } from '@/lib/paper/rules/geometry';
import { CONTENT, PAGE_CODE_TEXT, SEAL_ZONE } from '@/lib/paper/rules/geometry';
import type { ReceiptModel } from './model';
import {
  CAPTION,
  FINE_PRINT,
  FIRST_FOOT,
  level,
  noteBox,
  notes,
  sealCorners,
  title,
  titleStrokes,
} from '@/lib/paper/rules/page-parts';
import type { PageNumber, PageTexts } from '@/lib/paper/rules/page-parts';
import type { FreeText } from '@/lib/paper/rules/sheet';
import type { Measure } from '@/lib/paper/rules/text-fit';

/** Where the fine print at the foot of an annex page begins, in mm. */
export const ANNEX_FOOT = 263.5;

const LEFT = CONTENT.x;
const RIGHT = CONTENT.x + CONTENT.width;
const TITLE_TOP = 14.6;
const VALUE_LEFT = 55.5;
const NUMBER_SIZE = 4.5;

const STEPS = [
  '1　先核对以上内容；内容有变动的，本收据作废，请在系统中调整后重新打印。',
  '2　在“收款单位（盖章）”框内加盖财务专用章或公章，印章不压表格、二维码和四角标记。',
  '3　盖章后在该笔资金的“详情”页点“上传收据”，用手机扫码，让虚线框与拍照框对齐后拍照。',
];

const ANNEX_NOTES = ['本页是上列收据的附页，与首页一并使用，单独无效。', '合计以首页的大写金额为准。'];

/** Title, number, date and payer: all that stands above the table of the first page. */
export function firstPageHead(model: ReceiptModel, measure: Measure): PageTexts {
  const payerBox = { x: 43.5, y: 50, width: 78, height: 10.7 };
  return {
    texts: [
      title('收据', { x: 89, y: TITLE_TOP, width: 32, height: 12 }, 10),
      ...issueTexts(model, measure),
      { key: 'received', text: '今收到', box: { x: LEFT, y: 53.9, width: 17, height: 7 }, face: 'bold', size: 5.2 },
      { key: 'payer', text: model.payer, box: payerBox, ...PARTY, isOnFoot: true },
      { key: 'payerLabel', text: '（交款单位）', box: { x: 123.5, y: 54.2, width: 24, height: 7 }, size: 3.8 },
    ],
    strokes: [...titleStrokes([82, 128]), level([42.5, 122.5], 61, 0.3)],
  };
}

/** Title, number, date and payee above the table of an annex page. */
export function annexPageHead(model: ReceiptModel, measure: Measure): PageTexts {
  const payeeBox = { x: VALUE_LEFT, y: 50.2, width: 90, height: 10.6 };
  return {
    texts: [
      title('收据附页', { x: 77, y: TITLE_TOP, width: 56, height: 12 }, 8),
      ...issueTexts(model, measure),
      { key: 'payeeLabel', text: '收款单位', box: { x: LEFT, y: 50.2, width: 28, height: 10.6 }, size: 3.8 },
      { key: 'payee', text: model.payee, box: payeeBox, ...PARTY, face: 'bold' },
    ],
    strokes: titleStrokes([72, 138]),
  };
}

/** Statement, signatures, the corners of the seal zone and what to do next: the foot of the first page. */
export function firstPageFoot(): PageTexts {
  const { x, y, width } = SEAL_ZONE;
  const above = { y: y - 6.4, height: 6 };
  const statement = '以上金额、人员名单和收款账户经核对无误。';
  return {
    texts: [
      { key: 'statement', text: statement, box: { ...above, x: LEFT, width: 86 } },
      { key: 'sealLabel', text: '收款单位（盖章）', box: { ...above, x, width }, face: 'bold', size: 4.4 },
      { key: 'treasurer', text: '财务负责人', box: { x: LEFT, y: 230, width: 21, height: 6 }, size: 4.2 },
      { key: 'clerk', text: '经办人', box: { x: LEFT, y: 248, width: 21, height: 6 }, size: 4.2, align: 'spread' },
      ...notes(STEPS, FIRST_FOOT),
    ],
    strokes: [
      level([50, 106], 236, 0.25),
      level([50, 106], 254, 0.25),
      ...sealCorners(),
      level([LEFT, RIGHT], FIRST_FOOT, 0.2),
    ],
  };
}

export function annexPageFoot(): PageTexts {
  return { texts: notes(ANNEX_NOTES, ANNEX_FOOT), strokes: [level([LEFT, RIGHT], ANNEX_FOOT, 0.2)] };
}

/** What stands on every page: number and version below the QR, and which page it is. */
export function pageLabels(model: ReceiptModel, { page, pages }: PageNumber): FreeText[] {
  const top = page === 1 ? FIRST_FOOT : ANNEX_FOOT;
  const lastNote = page === 1 ? STEPS.length - 1 : ANNEX_NOTES.length - 1;
  const box = (line: number): Rect => ({ ...noteBox(top, line), x: RIGHT - 30, width: 30 });
  return [
    { key: 'pageCode', text: `${model.number}-${model.version}`, box: PAGE_CODE_TEXT, ...CAPTION },
    { key: 'pageNumber', text: `第 ${page} 页，共 ${pages} 页`, box: box(0), size: FINE_PRINT, align: 'end' },
    { key: 'scale', text: 'A4 原样打印', box: box(lastNote), size: FINE_PRINT, align: 'end' },
  ];
}

const PARTY = { role: 'value', size: 4.9, sizeMin: 4.4, linesMax: 2 } as const;

function issueTexts(model: ReceiptModel, measure: Measure): FreeText[] {
  const label = (y: number): Rect => ({ x: LEFT, y, width: 28, height: 7.6 });
  const value = (y: number): Rect => ({ x: VALUE_LEFT, y, width: 60, height: 7.6 });
  const [first, second] = [33.5, 41.1];
  const afterNumber = VALUE_LEFT + measure(model.number, 'bold') * NUMBER_SIZE + 4;
  const type = { role: 'value', size: NUMBER_SIZE } as const;
  return [
    { key: 'numberLabel', text: '收据编号', box: label(first), size: 3.8 },
    { key: 'number', text: model.number, box: value(first), ...type, face: 'bold' },
    { key: 'version', text: `第 ${model.version} 版`, box: { ...value(first), x: afterNumber, width: 24 }, ...type },
    { key: 'issuedOnLabel', text: '开具日期', box: label(second), size: 3.8 },
    { key: 'issuedOn', text: formatDay(model.issuedOn), box: value(second), ...type },
  ];
}
