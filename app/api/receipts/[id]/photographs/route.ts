import { z } from 'zod';
import { takePhotographFromDesktop } from '@/lib/capture/commands/desktop-photograph';
import { receiptValues, voidedSeen } from '@/lib/capture/queries';
import { PICTURE_BYTES_MAX } from '@/lib/capture/rules/link';
import { explainCapture } from '@/lib/capture/rules/refusals';
import { ok, refuse } from '@/lib/kernel/result';
import { answerJson } from '@/lib/runtime/answer';
import { readLimited } from '@/lib/runtime/read-limited';
import { route } from '@/lib/runtime/route';

const params = z.object({ id: z.uuid() });

/** 其他方式: one picture of the stamped receipt from the desktop, as the body of the request. */
export const POST = route({ who: 'enterprise', params, changes: true }, async ({ ctx, params: { id }, request }) => {
  const bytes = await readLimited(request, PICTURE_BYTES_MAX);
  if (!bytes) return answerJson(refuse({ code: 'too-large' }), explainCapture);
  const taken = await takePhotographFromDesktop(ctx, { receiptId: id, bytes, signal: request.signal });
  if (!taken.ok) return answerJson(taken, explainCapture);
  const [voided, values] = await Promise.all([voidedSeen(ctx, taken.value.findings), receiptValues(ctx, id)]);
  return answerJson(ok({ ...taken.value, voided, values }), explainCapture);
});
