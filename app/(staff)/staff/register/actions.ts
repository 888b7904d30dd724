'use server';

import { revalidatePath } from 'next/cache';
import { takeRegisterFile } from '@/lib/enterprise/commands/take-register-file';
import { takeRegisterSchema } from '@/lib/enterprise/rules/register.schema';
import { explainRegister } from '@/lib/enterprise/rules/register-refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';

export const takeRegisterFileAction = action({
  who: 'staff',
  input: takeRegisterSchema,
  run: takeRegisterFile,
  explain: explainRegister,
  done: ({ added, changed }, { id }) => {
    revalidatePath(paths.staffRegisterImport(id));
    return `已导入：新增 ${added} 家，变更 ${changed} 家`;
  },
});
