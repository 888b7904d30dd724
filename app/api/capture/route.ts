import { z } from 'zod';
import { liveCapture } from '@/lib/capture/queries';
import { problem, route } from '@/lib/runtime/route';

const receipt = z.uuid();

/** The link of a receipt that is still in use, for a page that was opened again; null when there is none. */
export const GET = route({ who: 'enterprise' }, async ({ ctx, request }) => {
  const asked = receipt.safeParse(new URL(request.url).searchParams.get('receipt'));
  if (!asked.success) return problem(404, 'not-found');
  const value = await liveCapture(ctx, asked.data);
  return Response.json({ ok: true, value }, { headers: { 'cache-control': 'no-store' } });
});
