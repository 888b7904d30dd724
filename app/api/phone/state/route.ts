import { phoneView } from '@/lib/capture/queries';
import { phoneRoute } from '@/lib/runtime/phone';
import { problem } from '@/lib/runtime/route';

/** What the phone's page shows. */
export const GET = phoneRoute({ changes: false }, async ({ ctx }) => {
  const view = await phoneView(ctx);
  return view
    ? Response.json({ ok: true, value: view }, { headers: { 'cache-control': 'no-store' } })
    : problem(404, 'link-unknown');
});
