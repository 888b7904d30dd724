'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { signOut } from '@/lib/access/commands/sign-out';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';
import { IDLE } from '@/lib/runtime/action-state';
import { clearSessionCookie } from '@/lib/runtime/session-cookie';

const handle = action({
  who: 'public',
  servesPending: 'any',
  input: z.object({}),
  run: signOut,
  explain: {},
  done: async () => {
    await clearSessionCookie();
    redirect(paths.home());
  },
});

/** 退出 of every frame. */
export async function signOutAction(form: FormData): Promise<void> {
  await handle(IDLE, form);
}
