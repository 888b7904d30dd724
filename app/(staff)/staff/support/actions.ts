'use server';

import { revalidatePath } from 'next/cache';
import { answerSupport, answerSupportSchema } from '@/lib/enterprise/commands/answer-support';
import { reopenSupport, reopenSupportSchema } from '@/lib/enterprise/commands/reopen-support';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

export const answerSupportAction = action({
  who: 'staff',
  input: answerSupportSchema,
  run: answerSupport,
  explain: {},
  done: () => {
    revalidatePath(paths.supportDesk());
    return '已记录处理结果。';
  },
});

export const reopenSupportAction = action({
  who: 'staff',
  input: reopenSupportSchema,
  run: reopenSupport,
  explain: {},
  done: () => {
    revalidatePath(paths.supportDesk());
    return '已重新列为待处理。';
  },
});
