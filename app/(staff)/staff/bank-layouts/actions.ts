'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { publishBankLayout } from '@/lib/disbursement/commands/publish-bank-layout';
import { discardBankLayout, retireBankLayout } from '@/lib/disbursement/commands/retire-bank-layout';
import { takeBankLayout } from '@/lib/disbursement/commands/take-bank-layout';
import { bankLayoutActSchema, takeBankLayoutSchema } from '@/lib/disbursement/rules/finance.schema';
import { explainLayout } from '@/lib/disbursement/rules/layout-refusals';
import { paths } from '@/lib/kernel/paths';
import { action, call } from '@/lib/runtime/action';

const shared = { who: 'staff', explain: explainLayout } as const;

const said = (words: string) => (_value: unknown, input: { versionId: string }) => {
  revalidatePath(paths.bankLayout(input.versionId));
  return words;
};

export const takeBankLayoutCall = call({ ...shared, input: takeBankLayoutSchema, run: takeBankLayout });

// Money goes where the columns say: whoever publishes or retires proves again that it is he.
export const publishBankLayoutAction = action({
  ...shared,
  requireStepUp: true,
  input: bankLayoutActSchema,
  run: publishBankLayout,
  done: said('已发布，此后的付款文件按这一版生成'),
});

export const retireBankLayoutAction = action({
  ...shared,
  requireStepUp: true,
  input: bankLayoutActSchema,
  run: retireBankLayout,
  done: said('已停用，不再用于新的付款文件'),
});

export const discardBankLayoutAction = action({
  ...shared,
  input: bankLayoutActSchema,
  run: discardBankLayout,
  done: () => redirect(paths.bankLayouts()),
});
