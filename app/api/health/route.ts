import { route } from '@/lib/runtime/route';

/** Answers once the server can reach its database: the context of the request has read its clock. */
export const GET = route({ who: 'public', servesPending: 'any' }, async ({ ctx }) =>
  Response.json({ ok: true, at: ctx.now.toISOString() }, { headers: { 'cache-control': 'no-store' } }),
);
