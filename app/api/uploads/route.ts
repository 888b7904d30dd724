import { attachmentPlaceSchema, receiveAttachment } from '@/lib/application/commands/receive-attachment';
import { explainFile } from '@/lib/files/rules/refusals';
import { explainApplication } from '@/lib/application/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';

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
    name: nameOf(request),
  });
  if (!place.success) return problem(400, 'form-incomplete');
  const { body, isWhole } = counted(request);
  const answer = await receiveAttachment(ctx, place.data, body);
  if (!answer.ok && !isWhole()) return problem(400, 'upload-cut-off');
  return answerJson(answer, { ...explainApplication, ...explainFile });
});

function nameOf(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get('x-file-name') ?? '');
  } catch {
    return '';
  }
}

/** The body, and whether as many bytes came as were announced. */
function counted(request: Request): { body: ReadableStream<Uint8Array> | null; isWhole: () => boolean } {
  const announced = Number(request.headers.get('content-length') ?? Number.NaN);
  let bytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      bytes += part.byteLength;
      controller.enqueue(part);
    },
  });
  return {
    body: request.body?.pipeThrough(counter) ?? null,
    // Nothing was read of a body that was refused before it came.
    isWhole: () => bytes === 0 || Number.isNaN(announced) || bytes >= announced,
  };
}
