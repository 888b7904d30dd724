import { notFound } from 'next/navigation';
import { z } from 'zod';
import { BankImportPage } from '@/components/banks/bank-import-page';
import { bankImportView } from '@/lib/enterprise/bank-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { takeBankFileAction } from '../actions';

export const metadata = { title: '银行表导入' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'staff', may: 'bank.manage', params, at: ({ id }) => paths.staffBankImport(id) },
  async ({ ctx, params: { id } }) => {
    const view = await bankImportView(ctx, id);
    if (!view) notFound();
    return <BankImportPage view={view} take={takeBankFileAction} />;
  },
);
