import { z } from 'zod';
import { downloadBatchList } from '@/lib/disbursement/commands/download-batch-list';
import { explainReceipt } from '@/lib/disbursement/rules/receipt-refusals';
import { answerJson } from '@/lib/runtime/answer';
import { route } from '@/lib/runtime/route';

const params = z.object({ id: z.uuid() });

const MEDIA = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** 批次清单 as PDF or .xlsx, for finance only, every download in the log, never kept by a browser. */
export const GET = route({ who: 'staff', requireStepUp: true, params }, async ({ ctx, params: { id }, request }) => {
  const kind = new URL(request.url).searchParams.get('as') === 'xlsx' ? 'xlsx' : 'pdf';
  const file = await downloadBatchList(ctx, { batchId: id, kind });
  if (!file.ok) return answerJson(file, explainReceipt);
  const { bytes, name } = file.value;
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': MEDIA[kind],
      'content-length': String(bytes.byteLength),
      'content-disposition': `attachment; filename="${name}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});
