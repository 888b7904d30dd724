'use server';

import { redirect } from 'next/navigation';
import { signInEnterprise } from '@/lib/access/commands/sign-in-enterprise';
import { safeNext } from '@/lib/access/rules/safe-next';
import { enterpriseSignInSchema } from '@/lib/access/rules/sign-in.schema';
import { explainEnterpriseSignIn } from '@/lib/access/rules/sign-in-refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';
import type { ActionState } from '@/lib/runtime/action-state';
import { readDeviceCookie, writeDeviceCookie } from '@/lib/runtime/device-cookie';
import { writeSessionCookie } from '@/lib/runtime/session-cookie';

const handle = action({
  who: 'public',
  input: enterpriseSignInSchema,
  run: async (ctx, input) => signInEnterprise(ctx, input, await readDeviceCookie()),
  explain: explainEnterpriseSignIn,
  done: async ({ token, mark }, { next }) => {
    await writeSessionCookie(token);
    await writeDeviceCookie(mark);
    redirect(safeNext(next, 'enterprise', paths.enterpriseHome()));
  },
});

export async function signInEnterpriseAction(before: ActionState, form: FormData): Promise<ActionState> {
  return handle(before, form);
}
