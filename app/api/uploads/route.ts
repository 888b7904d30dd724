import { attachmentPlaceSchema, receiveAttachment } from '@/lib/application/commands/receive-attachment';
import { explainFile } from '@/lib/files/rules/refusals';
import { explainApplication } from '@/lib/application/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';
import { countedBody, uploadName } from '@/lib/runtime/upload-request';

/**
 * One file per request, its bytes as the body, its place in the query, its name in a header. The body is streamed and
 * counted; a body that ends before its announced length was cut off on the way and is answered as such, not as a broken file.
 */
export const POST = route({ who: 'enterprise', changes: true }, async ({ ctx, request }) => {
  const search = new URL(request.url).searchParams;
  const place = attachmentPlaceSchema.safeParse({
    applicationId: search.get('application'),
    requirementId: search.get('requirement'),
    talentId: search.get('talent'),
    replaces: search.get('replaces') ?? undefined,
    name: uploadName(request),
  });
  if (!place.success) return problem(400, 'form-incomplete');
  const { body, isWhole } = countedBody(request);
  const answer = await receiveAttachment(ctx, place.data, body);
  if (!answer.ok && !isWhole()) return problem(400, 'upload-cut-off');
  return answerJson(answer, { ...explainApplication, ...explainFile });
});
