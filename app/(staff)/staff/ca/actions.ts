'use server';

import { revalidatePath } from 'next/cache';
import { refreshCrls } from '@/lib/enterprise/commands/refresh-crls';
import { saveCaFields } from '@/lib/enterprise/commands/save-ca-fields';
import { saveCaWindow } from '@/lib/enterprise/commands/save-ca-window';
import {
  explainCaAdmin,
  refreshCrlsSchema,
  saveCaFieldsSchema,
  saveCaWindowSchema,
} from '@/lib/enterprise/rules/ca-admin.schema';
import { paths } from '@/lib/kernel/paths';
import { ok } from '@/lib/kernel/result';
import { action, call } from '@/lib/runtime/action';

const who = 'staff';
const explain = explainCaAdmin;

export const saveCaFieldsCall = call({
  who,
  input: saveCaFieldsSchema,
  run: async (ctx, input) => {
    const saved = await saveCaFields(ctx, input);
    if (saved.ok) revalidatePath(paths.staffCa());
    return saved;
  },
  explain,
});

export const saveCaWindowCall = call({
  who,
  input: saveCaWindowSchema,
  run: async (ctx, input) => {
    const saved = await saveCaWindow(ctx, input);
    if (saved.ok) revalidatePath(paths.staffCa());
    return saved;
  },
  explain,
});

export const refreshCrlsAction = action({
  who,
  input: refreshCrlsSchema,
  run: async (ctx) => ok(await refreshCrls(ctx, { all: true })),
  explain: {},
  done: (count) => {
    revalidatePath(paths.staffCa());
    return `已更新 ${count} 份吊销名单`;
  },
});
