import { z } from 'zod';
import { downloadPaymentFile } from '@/lib/disbursement/commands/download-payment-file';
import { explainFinance } from '@/lib/disbursement/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { route } from '@/lib/runtime/route';

const params = z.object({ id: z.uuid() });

/** The payment file for the bank: confirmed ones only, for finance only, every download in the log, never kept by a browser. */
export const GET = route({ who: 'staff', requireStepUp: true, params }, async ({ ctx, params: { id } }) => {
  const file = await downloadPaymentFile(ctx, { paymentFileId: id });
  if (!file.ok) return answerJson(file, explainFinance);
  const { bytes, name, sha256, mediaType } = file.value;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-content-sha256': sha256,
    },
  });
});
