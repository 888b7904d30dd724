'use server';

import { setUpFactor } from '@/lib/access/commands/set-up-factor';
import { factorCodeSchema } from '@/lib/access/rules/factor.schema';
import { explainFactor } from '@/lib/access/rules/factor-refusals';
import { ok } from '@/lib/kernel/result';
import { call } from '@/lib/runtime/action';
import { writeSessionCookie } from '@/lib/runtime/session-cookie';

export const setUpFactorCall = call({
  who: 'staff',
  servesPending: 'factor-setup',
  input: factorCodeSchema,
  run: async (ctx, input) => {
    const done = await setUpFactor(ctx, input);
    if (!done.ok) return done;
    await writeSessionCookie(done.value.token);
    return ok({ recoveryCodes: done.value.recoveryCodes });
  },
  explain: explainFactor,
});
