import { showCamera, stayAlive } from '@/lib/capture/commands/photograph';
import { explainCapture } from '@/lib/capture/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { phoneRoute } from '@/lib/runtime/phone';

/** The camera is on, or another picture is to be taken; with `?alive` only a sign of life. */
export const POST = phoneRoute({ changes: true }, async ({ ctx, request }) =>
  answerJson(
    new URL(request.url).searchParams.has('alive') ? await stayAlive(ctx) : await showCamera(ctx),
    explainCapture,
  ),
);
