'use server';

import { revalidatePath } from 'next/cache';
import { formatDay } from '@/lib/kernel/shanghai-day';
import { paths } from '@/lib/kernel/paths';
import { grantExtension, refuseExtension } from '@/lib/review/commands/decide-extension';
import { grantExtensionSchema, refuseExtensionSchema } from '@/lib/review/rules/extension.schema';
import { action } from '@/lib/runtime/action';

export const grantExtensionAction = action({
  who: 'staff',
  input: grantExtensionSchema,
  run: grantExtension,
  explain: {},
  done: ({ deadline }) => {
    revalidatePath(paths.extensions());
    return `已同意，新的期限是 ${formatDay(deadline)}。`;
  },
});

export const refuseExtensionAction = action({
  who: 'staff',
  input: refuseExtensionSchema,
  run: refuseExtension,
  explain: {},
  done: () => {
    revalidatePath(paths.extensions());
    return '已答复不同意。';
  },
});
