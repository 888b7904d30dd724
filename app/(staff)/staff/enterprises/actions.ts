'use server';

import { revalidatePath } from 'next/cache';
import { freezeEnterprise, unfreezeEnterprise } from '@/lib/desk/commands/freeze';
import { lookOver } from '@/lib/desk/commands/look-over';
import { freezeSchema, lookOverSchema } from '@/lib/desk/rules/desk.schema';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

const who = 'staff';

export const freezeAction = action({
  who,
  input: freezeSchema,
  run: freezeEnterprise,
  explain: {},
  done: (_, { enterpriseId }) => {
    revalidatePath(paths.staffEnterprise(enterpriseId));
    return '已冻结';
  },
});

export const unfreezeAction = action({
  who,
  input: freezeSchema,
  run: unfreezeEnterprise,
  explain: {},
  done: (_, { enterpriseId }) => {
    revalidatePath(paths.staffEnterprise(enterpriseId));
    return '已解除冻结';
  },
});

export const lookOverAction = action({
  who,
  input: lookOverSchema,
  run: lookOver,
  explain: {},
  done: (_, { id }) => {
    revalidatePath(paths.staffRegistration(id));
    return '已标为已查看';
  },
});
