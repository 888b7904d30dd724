import { amountInCapitals } from '@/lib/kernel/amount-in-capitals';
import { formatMoney, type Fen } from '@/lib/kernel/fen';
import { formatDayTime, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { ListModel } from '@/lib/letter/rules/list-model';

/** 批次清单: what two people hold against each other, in the order of the case numbers. */
export type BatchList = {
  readonly number: string;
  readonly programmeName: string;
  readonly year: number;
  readonly payer: string;
  readonly status: string;
  readonly makerName: string;
  readonly madeAt: Date;
  readonly releaserName: string | null;
  readonly releasedAt: Date | null;
  readonly rows: readonly {
    readonly caseNumber: string;
    readonly enterpriseName: string;
    readonly uscc: string;
    readonly talents: number;
    readonly amountFen: Fen;
    readonly state: string;
  }[];
  readonly count: number;
  readonly talents: number;
  readonly totalFen: Fen;
  /** SHA-256 over `controlText`, so that two copies can be held against each other by eight characters. */
  readonly sha256: string;
};

const HASH_SHOWN = 8;

/** What makes a batch the same batch: whom and how much. How far each is at the moment of printing is not part of it. */
export const controlText = (rows: BatchList['rows']) =>
  JSON.stringify(rows.map(({ caseNumber, uscc, talents, amountFen }) => [caseNumber, uscc, talents, amountFen]));

export const controlWords = (list: BatchList) =>
  `${list.count} 件，${list.talents} 人，合计 ${formatMoney(list.totalFen)}，校验值 ${list.sha256.slice(0, HASH_SHOWN)}`;

const byWhom = (name: string | null, at: Date | null) => (name && at ? `${name}，${formatDayTime(at)}` : '未下达');

export const batchListFacts = (list: BatchList) => [
  [{ label: '事项', value: `${list.programmeName}（${list.year} 年度）` }],
  [{ label: '付款单位', value: list.payer }],
  [
    { label: '制单', value: byWhom(list.makerName, list.madeAt) },
    { label: '复核下达', value: byWhom(list.releaserName, list.releasedAt) },
  ],
  [
    { label: '件数', value: `${list.count} 件，${list.talents} 人` },
    { label: '状态', value: list.status },
  ],
  [{ label: '合计', value: `${formatMoney(list.totalFen)}　${amountInCapitals(list.totalFen)}` }],
];

/** The list as it is printed. */
export function printedBatchList(list: BatchList, madeOn: ShanghaiDay): ListModel {
  const lines = list.rows.map((row, index) => ({
    cells: [
      String(index + 1),
      row.caseNumber,
      row.enterpriseName,
      `${row.talents}`,
      formatMoney(row.amountFen),
      row.state,
    ],
  }));
  const total = ['', '合计', `${list.count} 件`, String(list.talents), formatMoney(list.totalFen), ''];
  return {
    ...{ title: '拨付批次清单', number: list.number, office: list.payer, madeOn },
    facts: batchListFacts(list),
    columns: [
      { title: '序号', width: 12, align: 'center' },
      { title: '受理编号', width: 32 },
      { title: '申报单位', width: 52 },
      { title: '人数', width: 12, align: 'end' },
      { title: '金额', width: 30, align: 'end' },
      { title: '办理情况', width: 24 },
    ],
    rows: [...lines, { cells: total, isStrong: true }],
    foot: `控制数：${controlWords(list)}`,
  };
}
