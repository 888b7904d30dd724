'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { beginChange } from '@/lib/enterprise/commands/begin-change';
import { saveChange } from '@/lib/enterprise/commands/save-change';
import { submitChange } from '@/lib/enterprise/commands/submit-change';
import { withdrawChange } from '@/lib/enterprise/commands/withdraw-change';
import { explainChange } from '@/lib/enterprise/rules/change-refusals';
import { beginChangeSchema, changeIdSchema, saveChangeSchema } from '@/lib/enterprise/rules/change.schema';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

const who = 'enterprise';
const explain = explainChange;

export const beginChangeAction = action({
  who,
  input: beginChangeSchema,
  run: beginChange,
  explain,
  done: ({ id }) => redirect(paths.changeRequest(id)),
});

/** Saves first, whatever is to follow, so that nothing typed is lost when it cannot be handed in. */
export const saveChangeAction = action({
  who,
  input: saveChangeSchema,
  run: async (ctx, { id, then, answers }) => {
    const saved = await saveChange(ctx, { id, answers });
    if (!saved.ok || then !== 'submit') return saved;
    return submitChange(ctx, { id });
  },
  explain,
  done: (_, { id, then }) => {
    revalidatePath(paths.changeRequest(id));
    return then === 'submit' ? '已提交' : '已保存';
  },
});

export const withdrawChangeAction = action({
  who,
  input: changeIdSchema,
  run: withdrawChange,
  explain: {},
  done: () => redirect(paths.changeRequests()),
});
