import { STAFF_STATUS } from '@/lib/disbursement/rules/labels';
import type { DisbursementStatus } from '@/lib/disbursement/rules/states';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { count, money, text, type SheetColumn } from './columns';

export type MoneyLine = {
  readonly receiptNumber: string | null;
  readonly status: DisbursementStatus;
  readonly amountFen: bigint;
  readonly openedAt: Date;
  readonly confirmedAt: Date | null;
  readonly paidAt: Date | null;
  readonly failureReason: string | null;
  readonly holdReason: string | null;
  readonly batch: { readonly number: string; readonly year: number };
  readonly enterprise: { readonly name: string; readonly uscc: string };
  readonly application: { readonly number: string | null; readonly programme: { readonly name: string } };
  readonly bankAccount: { readonly holder: string; readonly maskedNumber: string; readonly bankName: string } | null;
  readonly paymentLines: readonly {
    readonly lineNumber: string;
    readonly bankReference: string | null;
    readonly paymentFile: { readonly number: string };
  }[];
  readonly _count: { readonly lines: number };
};

const when = (instant: Date | null) => (instant ? formatDayTime(instant) : '');

/** A disbursement and its last payment order. Account numbers stay masked: only the payment file carries them. */
export const MONEY_COLUMNS: readonly SheetColumn<MoneyLine>[] = [
  text('收据编号', 20, ({ receiptNumber }) => receiptNumber ?? ''),
  text('受理编号', 20, ({ application }) => application.number ?? ''),
  text('企业名称', 36, ({ enterprise }) => enterprise.name),
  text('统一社会信用代码', 22, ({ enterprise }) => enterprise.uscc),
  text('事项', 28, ({ application }) => application.programme.name),
  text('批次', 18, ({ batch }) => batch.number),
  count('年度', ({ batch }) => batch.year),
  count('人数', ({ _count }) => _count.lines),
  money('金额（元）', ({ amountFen }) => Number(amountFen)),
  text('状态', 16, ({ status }) => STAFF_STATUS[status].word),
  text('收款户名', 36, ({ bankAccount }) => bankAccount?.holder ?? ''),
  text('收款账号', 22, ({ bankAccount }) => bankAccount?.maskedNumber ?? ''),
  text('开户银行', 30, ({ bankAccount }) => bankAccount?.bankName ?? ''),
  text('下达时间', 22, ({ openedAt }) => when(openedAt)),
  text('企业确认时间', 22, ({ confirmedAt }) => when(confirmedAt)),
  text('付款文件', 18, ({ paymentLines }) => paymentLines[0]?.paymentFile.number ?? ''),
  text('付款明细号', 20, ({ paymentLines }) => paymentLines[0]?.lineNumber ?? ''),
  text('银行流水号', 22, ({ paymentLines }) => paymentLines[0]?.bankReference ?? ''),
  text('付款时间', 22, ({ paidAt }) => when(paidAt)),
  text('未成功原因', 24, ({ failureReason }) => failureReason ?? ''),
  text('暂停原因', 24, ({ holdReason }) => holdReason ?? ''),
];
