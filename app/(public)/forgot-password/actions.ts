'use server';

import { redirect } from 'next/navigation';
import { askReset } from '@/lib/access/commands/ask-reset';
import { resetPassword } from '@/lib/access/commands/reset-password';
import { askResetSchema, explainAskReset, explainReset, resetPasswordSchema } from '@/lib/access/rules/forgot-password';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';
import type { ActionState } from '@/lib/runtime/action-state';
import { clearResetCookie, readResetCookie, writeResetCookie } from '@/lib/runtime/reset-cookie';

const ask = action({
  who: 'public',
  input: askResetSchema,
  run: askReset,
  explain: explainAskReset,
  done: async (ticket, { channel }) => {
    await writeResetCookie(ticket);
    redirect(`${paths.forgotPasswordCode()}?by=${channel === 'SMS' ? 'mobile' : 'email'}`);
  },
});

const reset = action({
  who: 'public',
  input: resetPasswordSchema,
  run: async (ctx, input) => resetPassword(ctx, await readResetCookie(), input),
  explain: explainReset,
  done: async () => {
    await clearResetCookie();
    redirect(`${paths.login()}?reset=1`);
  },
});

export async function askResetAction(before: ActionState, form: FormData): Promise<ActionState> {
  return ask(before, form);
}

export async function resetPasswordAction(before: ActionState, form: FormData): Promise<ActionState> {
  return reset(before, form);
}
