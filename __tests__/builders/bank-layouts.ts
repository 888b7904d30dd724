import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { publishBankLayout } from '@/lib/disbursement/commands/publish-bank-layout';
import { takeBankLayout } from '@/lib/disbursement/commands/take-bank-layout';
import { bankLayoutSchema, type BankLayout } from '@/lib/disbursement/rules/bank-layout.schema';
import { SAMPLE_LAYOUTS } from '@/lib/disbursement/rules/bank-layouts';
import { done } from './disbursement';

export type BuiltLayout = { readonly versionId: string; readonly layout: BankLayout };

/** What an administrator does with the samples, and then every layout that is in use, those of the first migration too. */
export async function withSampleLayouts(admin: Context<StaffActor>): Promise<BuiltLayout[]> {
  const reason = '按银行接口说明配置';
  for (const layout of SAMPLE_LAYOUTS) {
    const { versionId } = done('take', await takeBankLayout(admin, { text: JSON.stringify(layout) }));
    done('publish', await publishBankLayout(admin, { versionId, reason }));
  }
  const rows = await admin.db.bankLayoutVersion.findMany({
    where: { status: 'PUBLISHED' },
    orderBy: [{ layout: { createdAt: 'asc' } }, { layoutId: 'asc' }],
  });
  return rows.map(({ id, config }) => ({ versionId: id, layout: bankLayoutSchema.parse(config) }));
}
