'use server';

import { revalidatePath } from 'next/cache';
import { answerSupport, answerSupportSchema } from '@/lib/enterprise/commands/answer-support';
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
