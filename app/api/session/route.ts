import { route } from '@/lib/runtime/route';

/** A sign of life from a page that somebody works on: being asked is what keeps the session. */
export const POST = route({ who: 'signed-in', changes: true }, async ({ ctx }) =>
  Response.json({ ok: true, at: ctx.now.toISOString() }, { headers: { 'cache-control': 'no-store' } }),
);
