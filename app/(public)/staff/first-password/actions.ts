'use server';

import { redirect } from 'next/navigation';
import { chooseFirstPassword } from '@/lib/access/commands/change-password';
import { firstPasswordSchema } from '@/lib/access/rules/password.schema';
import { explainNewPassword } from '@/lib/access/rules/password-refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';
import type { ActionState } from '@/lib/runtime/action-state';
import { writeSessionCookie } from '@/lib/runtime/session-cookie';

const handle = action({
  who: 'staff',
  servesPending: 'first-password',
  input: firstPasswordSchema,
  run: chooseFirstPassword,
  explain: explainNewPassword,
  done: async ({ token }) => {
    await writeSessionCookie(token);
    redirect(paths.staffHome());
  },
});

export async function chooseFirstStaffPasswordAction(before: ActionState, form: FormData): Promise<ActionState> {
  return handle(before, form);
}
