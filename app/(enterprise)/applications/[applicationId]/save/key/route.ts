import { z } from 'zod';
import { journalKey } from '@/lib/application/queries';
import { route } from '@/lib/runtime/route';

const params = z.object({ applicationId: z.uuid() });

/** The key of the browser's own copy of what is not saved yet, and whose it is. Nobody but the asking page may keep it. */
export const GET = route({ who: 'enterprise', params }, async ({ ctx, params }) => {
  const value = await journalKey(ctx, params.applicationId);
  return Response.json({ ok: true, value }, { headers: { 'cache-control': 'no-store' } });
});
