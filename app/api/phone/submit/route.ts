import { z } from 'zod';
import { submitPhotograph } from '@/lib/capture/commands/photograph';
import { explainCapture } from '@/lib/capture/rules/refusals';
import { explainReceipt } from '@/lib/disbursement/rules/receipt-refusals';
import { explainFinance } from '@/lib/disbursement/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { phoneRoute } from '@/lib/runtime/phone';
import { problem } from '@/lib/runtime/route';

const input = z.strictObject({ photographId: z.uuid() });

/** 确认提交 on the phone. */
export const POST = phoneRoute({ changes: true }, async ({ ctx, request }) => {
  const read = input.safeParse(await request.json().catch(() => null));
  if (!read.success) return problem(400, 'form-incomplete');
  return answerJson(await submitPhotograph(ctx, read.data), {
    ...explainCapture,
    ...explainReceipt,
    'budget-short': explainFinance['budget-short'],
  });
});
