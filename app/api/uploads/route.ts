import { z } from 'zod';
import { beginUpload, beginUploadSchema } from '@/lib/application/commands/begin-upload';
import { besidePapers } from '@/lib/application/papers-queries';
import { explainApplication } from '@/lib/application/rules/refusals';
import { explainFile, explainParts } from '@/lib/files/rules/refusals';
import { ok } from '@/lib/kernel/result';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';

/** Begins a file that comes in parts, or tells where to go on with it. */
export const POST = route({ who: 'enterprise', changes: true }, async ({ ctx, request }) => {
  const input = beginUploadSchema.safeParse(await request.json().catch(() => null));
  if (!input.success) return problem(400, 'form-incomplete');
  return answerJson(await beginUpload(ctx, input.data), { ...explainApplication, ...explainFile, ...explainParts });
});

/** What stands beside the papers of an application: unfinished and former files, and what is being checked. */
export const GET = route({ who: 'enterprise' }, async ({ ctx, request }) => {
  const application = z.uuid().safeParse(new URL(request.url).searchParams.get('application'));
  if (!application.success) return problem(400, 'form-incomplete');
  return answerJson(ok(await besidePapers(ctx, application.data)), {});
});
