import { z } from 'zod';
import { saveBatch, saveBatchSchema } from '@/lib/application/commands/save-batch';
import { draftForEdit, revisionOf } from '@/lib/application/queries';
import { explainApplication } from '@/lib/application/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';

const params = z.object({ applicationId: z.uuid() });

/** What is typed into the wizard, saved as it is typed. A route and not an action: it is kept alive when the page goes. */
export const POST = route({ who: 'enterprise', params, changes: true }, async ({ ctx, params, request }) => {
  const batch = saveBatchSchema.safeParse(await request.json().catch(() => null));
  if (!batch.success) return problem(400, 'form-incomplete');
  const { as, ...changes } = batch.data;
  if (as !== ctx.actor.id) return problem(409, 'somebody-else', { who: ctx.actor.displayName });
  return answerJson(await saveBatch(ctx, { ...changes, applicationId: params.applicationId }), explainApplication);
});

const seen = z.object({ as: z.uuid().optional(), revision: z.coerce.number().int().optional() });

/** The draft as it stands, for a window that comes back to it; nothing where the window has seen this revision. */
export const GET = route({ who: 'enterprise', params }, async ({ ctx, params, request }) => {
  const query = seen.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return problem(400, 'form-incomplete');
  const { as, revision } = query.data;
  if (as && as !== ctx.actor.id) return problem(409, 'somebody-else', { who: ctx.actor.displayName });
  const headers = { 'cache-control': 'no-store' };
  if (revision !== undefined && revision === (await revisionOf(ctx, params.applicationId)))
    return new Response(null, { status: 204, headers });
  const { draft } = await draftForEdit(ctx, params.applicationId);
  return Response.json({ ok: true, value: draft }, { headers });
});
