import { z } from 'zod';
import { finishUpload } from '@/lib/application/commands/finish-upload';
import { cancelUpload, receivePart } from '@/lib/application/commands/receive-part';
import { explainApplication } from '@/lib/application/rules/refusals';
import { explainFile, explainParts } from '@/lib/files/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { route } from '@/lib/runtime/route';

const rule = { who: 'enterprise', changes: true, params: z.object({ id: z.uuid() }) } as const;
const offsets = z.coerce.number().int().min(0).catch(-1);
const finishing = z.object({ again: z.boolean().catch(false) }).catch({ again: false });

/** The next part, its bytes as the body; the answer names where to go on, also when the part was cut off on its way. */
export const PUT = route(rule, async ({ ctx, params, request }) => {
  const offset = offsets.parse(new URL(request.url).searchParams.get('offset'));
  const answer = await receivePart(ctx, { uploadId: params.id, offset }, request.body);
  return answerJson(answer, explainParts, (refusal) =>
    'receivedBytes' in refusal ? { receivedBytes: refusal.receivedBytes } : {},
  );
});

/** All parts are there: the file goes to its place. */
export const POST = route(rule, async ({ ctx, params, request }) => {
  const { again } = finishing.parse(await request.json().catch(() => null));
  const answer = await finishUpload(ctx, { uploadId: params.id, again });
  return answerJson(answer, { ...explainApplication, ...explainFile, ...explainParts });
});

/** 取消. */
export const DELETE = route(rule, async ({ ctx, params }) => answerJson(await cancelUpload(ctx, params.id), {}));
