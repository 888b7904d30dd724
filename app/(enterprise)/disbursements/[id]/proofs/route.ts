import { z } from 'zod';
import { explainFile } from '@/lib/files/rules/refusals';
import { receiveProof } from '@/lib/disbursement/commands/receive-proof';
import { proofSchema } from '@/lib/disbursement/rules/disbursement.schema';
import { explainDisbursement } from '@/lib/disbursement/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';
import { uploadName } from '@/lib/runtime/upload-request';

const params = z.object({ id: z.uuid() });

/** One 在职证明: its bytes as the body, whom it is for and the day it bears in the query, its name in a header. */
export const POST = route({ who: 'enterprise', params, changes: true }, async ({ ctx, params: { id }, request }) => {
  const search = new URL(request.url).searchParams;
  const input = proofSchema.safeParse({
    disbursementId: id,
    lineIds: (search.get('lines') ?? '').split(',').filter(Boolean),
    issuedOn: search.get('issuedOn') ?? '',
  });
  if (!input.success) return problem(400, 'form-incomplete');
  const answer = await receiveProof(ctx, { ...input.data, name: uploadName(request) }, request.body);
  return answerJson(answer, { ...explainDisbursement, ...explainFile });
});
