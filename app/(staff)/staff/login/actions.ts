'use server';

import { redirect } from 'next/navigation';
import { signInStaff } from '@/lib/access/commands/sign-in-staff';
import { safeNext } from '@/lib/access/rules/safe-next';
import { staffSignInSchema } from '@/lib/access/rules/sign-in.schema';
import { explainStaffSignIn } from '@/lib/access/rules/sign-in-refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';
import type { ActionState } from '@/lib/runtime/action-state';
import { readDeviceCookie, writeDeviceCookie } from '@/lib/runtime/device-cookie';
import { writeSessionCookie } from '@/lib/runtime/session-cookie';

const handle = action({
  who: 'public',
  input: staffSignInSchema,
  run: async (ctx, input) => signInStaff(ctx, input, await readDeviceCookie()),
  explain: explainStaffSignIn,
  done: async ({ token, mark }, { next }) => {
    await writeSessionCookie(token);
    await writeDeviceCookie(mark);
    redirect(safeNext(next, 'staff', paths.staffHome()));
  },
});

export async function signInStaffAction(before: ActionState, form: FormData): Promise<ActionState> {
  return handle(before, form);
}
