'use server';

import { z } from 'zod';
import { moveClock } from '@/lib/demo/commands/move-clock';
import { action } from '@/lib/runtime/action';
import { demoOnly } from '@/lib/runtime/demo';

const HOURS_MAX = 24 * 200;

export const moveClockAction = action({
  who: 'public',
  servesPending: 'any',
  input: z.object({ hours: z.coerce.number().int().min(1).max(HOURS_MAX) }),
  run: async (ctx, input) => {
    demoOnly();
    return moveClock(ctx, input);
  },
  explain: {},
  done: () => '时钟已拨快，到期的事项正在办理。',
});
