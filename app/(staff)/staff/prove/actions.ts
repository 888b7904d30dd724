'use server';

import { redirect } from 'next/navigation';
import { proveAgain } from '@/lib/access/commands/show-factor';
import { proveSchema } from '@/lib/access/rules/factor.schema';
import { explainProve } from '@/lib/access/rules/factor-refusals';
import { safeNext } from '@/lib/access/rules/safe-next';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';
import type { ActionState } from '@/lib/runtime/action-state';
import { writeSessionCookie } from '@/lib/runtime/session-cookie';

const handle = action({
  who: 'staff',
  input: proveSchema,
  run: proveAgain,
  explain: explainProve,
  done: async ({ token }, { next }) => {
    await writeSessionCookie(token);
    redirect(safeNext(next, 'staff', paths.staffHome()));
  },
});

export async function proveAgainAction(before: ActionState, form: FormData): Promise<ActionState> {
  return handle(before, form);
}
