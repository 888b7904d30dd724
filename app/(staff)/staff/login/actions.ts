'use server';

import { redirect } from 'next/navigation';
import { signInStaff } from '@/lib/access/commands/sign-in-staff';
import { safeNext } from '@/lib/access/rules/safe-next';
import { staffSignInSchema } from '@/lib/access/rules/sign-in.schema';
import { explainStaffSignIn } from '@/lib/access/rules/sign-in-refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';
import type { ActionState } from '@/lib/runtime/action-state';
import { writeSessionCookie } from '@/lib/runtime/session-cookie';

const handle = action({
  who: 'public',
  input: staffSignInSchema,
  run: signInStaff,
  explain: explainStaffSignIn,
  done: async ({ token }, { next }) => {
    await writeSessionCookie(token);
    redirect(safeNext(next, 'staff', paths.staffHome()));
  },
});

export async function signInStaffAction(before: ActionState, form: FormData): Promise<ActionState> {
  return handle(before, form);
}
