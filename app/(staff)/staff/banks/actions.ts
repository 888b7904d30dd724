'use server';

import { revalidatePath } from 'next/cache';
import { takeBankFile } from '@/lib/enterprise/commands/take-bank-file';
import { explainBanks } from '@/lib/enterprise/rules/bank-refusals';
import { takeBanksSchema } from '@/lib/enterprise/rules/bank.schema';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

export const takeBankFileAction = action({
  who: 'staff',
  requireStepUp: true,
  input: takeBanksSchema,
  run: takeBankFile,
  explain: explainBanks,
  done: ({ newCount, changedCount, goneCount }, { id }) => {
    revalidatePath(paths.staffBankImport(id));
    return `已导入：新增 ${newCount} 家，变更 ${changedCount} 家，撤销 ${goneCount} 家`;
  },
});
