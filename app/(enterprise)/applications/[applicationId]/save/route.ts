import { z } from 'zod';
import { saveBatch, saveBatchSchema } from '@/lib/application/commands/save-batch';
import { draftForEdit } from '@/lib/application/queries';
import { explainApplication } from '@/lib/application/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';

const params = z.object({ applicationId: z.uuid() });

/** What is typed into the wizard, saved as it is typed. A route and not an action: it is kept alive when the page goes. */
export const POST = route({ who: 'enterprise', params, changes: true }, async ({ ctx, params, request }) => {
  const batch = saveBatchSchema.safeParse(await request.json().catch(() => null));
  if (!batch.success) return problem(400, 'form-incomplete');
  return answerJson(await saveBatch(ctx, { ...batch.data, applicationId: params.applicationId }), explainApplication);
});

/** The draft as it stands, for a window that comes back to it. */
export const GET = route({ who: 'enterprise', params }, async ({ ctx, params }) => {
  const { draft } = await draftForEdit(ctx, params.applicationId);
  return Response.json({ ok: true, value: draft }, { headers: { 'cache-control': 'no-store' } });
});
