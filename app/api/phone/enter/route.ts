import { z } from 'zod';
import { enter } from '@/lib/capture/commands/enter';
import { explainCapture } from '@/lib/capture/rules/refusals';
import { ok, refuse } from '@/lib/kernel/result';
import { answerJson } from '@/lib/runtime/answer';
import { readDevice, writeDevice } from '@/lib/runtime/phone';
import { route } from '@/lib/runtime/route';

const input = z.strictObject({
  token: z.string().min(16).max(64),
  label: z.string().max(60).default('手机'),
  /** 改用这部手机: the holder that the phone was told of, and what stands on the desktop. */
  takeOver: z.strictObject({ since: z.iso.datetime(), pairingCode: z.string().regex(/^\d{4}$/) }).optional(),
});

/** The phone exchanges the token that stood in the address's fragment; the token itself never comes into a log. */
export const POST = route({ who: 'public', changes: true }, async ({ ctx, request }) => {
  const read = input.safeParse(await request.json().catch(() => null));
  if (!read.success) return answerJson(refuse({ code: 'link-unknown' }), explainCapture);
  const entered = await enter(ctx, { ...read.data, device: await readDevice() });
  if (!entered.ok) {
    return answerJson(entered, explainCapture, (refusal) =>
      refusal.code === 'other-device' ? { held: { since: refusal.since } } : {},
    );
  }
  await writeDevice({ captureId: entered.value.captureId, secret: entered.value.deviceSecret });
  return answerJson(ok(), explainCapture);
});
