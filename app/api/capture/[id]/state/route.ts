import { z } from 'zod';
import { captureView } from '@/lib/capture/queries';
import { problem, route } from '@/lib/runtime/route';

/** The capture link as the desktop shows it; asked after each event, and every few seconds when events do not come. */
export const GET = route({ who: 'enterprise', params: z.object({ id: z.uuid() }) }, async ({ ctx, params }) => {
  const view = await captureView(ctx, params.id);
  return view
    ? Response.json({ ok: true, value: view }, { headers: { 'cache-control': 'no-store' } })
    : problem(404, 'not-found');
});
