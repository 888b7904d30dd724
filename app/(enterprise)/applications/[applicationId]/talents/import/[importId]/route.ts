import { z } from 'zod';
import { importPreview } from '@/lib/application/import-queries';
import { route } from '@/lib/runtime/route';

const params = z.object({ applicationId: z.uuid(), importId: z.uuid() });

/** A sheet that was read, compared with the list as it stands by now. */
export const GET = route({ who: 'enterprise', params }, async ({ ctx, params: { applicationId, importId } }) => {
  const value = await importPreview(ctx, applicationId, importId);
  return Response.json({ ok: true, value }, { headers: { 'cache-control': 'no-store' } });
});
