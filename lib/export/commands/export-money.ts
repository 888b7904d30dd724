import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { refuse } from '@/lib/kernel/result';
import { countDisbursements, moneyPages } from '../money-queries';
import type { ExportMoney } from '../rules/export.schema';
import { MONEY_COLUMNS } from '../rules/money-columns';
import { programmeOfCode } from '../year-queries';
import { beginExport, type ExportAnswer } from './begin-export';

/** 导出 of disbursements with their payments: all of them, or those of a programme or one of its years. */
export async function exportMoney(ctx: Context<StaffActor>, input: ExportMoney): Promise<ExportAnswer> {
  authorise(ctx.actor, 'export.money');
  const { programme: code, year } = input;
  const programme = code === undefined ? null : await programmeOfCode(ctx, code);
  if (code !== undefined && !programme) return refuse({ code: 'not-found' });
  const asked = { ...(programme && { programmeId: programme.programmeId }), ...(year && { year }) };
  return beginExport(ctx, {
    kind: 'money',
    title: '资金拨付明细',
    filter: [programme?.name, year && `${year} 年度`].filter((words) => typeof words === 'string'),
    rows: await countDisbursements(ctx, asked),
    isWhole: false,
    columns: MONEY_COLUMNS,
    pages: moneyPages(ctx, asked),
  });
}
