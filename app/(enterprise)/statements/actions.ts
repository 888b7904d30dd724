'use server';

import { revalidatePath } from 'next/cache';
import { paths } from '@/lib/kernel/paths';
import { giveStatement } from '@/lib/objection/commands/give-statement';
import { giveStatementSchema } from '@/lib/objection/rules/handle.schema';
import { explainHandling } from '@/lib/objection/rules/refusals';
import { action } from '@/lib/runtime/action';

export const giveStatementAction = action({
  who: 'enterprise',
  input: giveStatementSchema,
  run: giveStatement,
  explain: explainHandling,
  done: () => {
    revalidatePath(paths.statements());
    return '说明已提交';
  },
});
