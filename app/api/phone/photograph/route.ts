import { takePhotograph } from '@/lib/capture/commands/photograph';
import { PICTURE_BYTES_MAX } from '@/lib/capture/rules/link';
import { explainCapture } from '@/lib/capture/rules/refusals';
import { refuse } from '@/lib/kernel/result';
import { answerJson } from '@/lib/runtime/answer';
import { phoneRoute } from '@/lib/runtime/phone';
import { readLimited } from '@/lib/runtime/read-limited';

/** One photograph as the body of the request. */
export const POST = phoneRoute({ changes: true }, async ({ ctx, request }) => {
  const bytes = await readLimited(request, PICTURE_BYTES_MAX);
  if (!bytes) return answerJson(refuse({ code: 'too-large' }), explainCapture);
  return answerJson(await takePhotograph(ctx, { bytes, signal: request.signal }), explainCapture);
});
