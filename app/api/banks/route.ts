import { readBankFile } from '@/lib/enterprise/commands/read-bank-file';
import { explainBanks } from '@/lib/enterprise/rules/bank-refusals';
import { bankUploadSchema } from '@/lib/enterprise/rules/bank.schema';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';
import { uploadName } from '@/lib/runtime/upload-request';

/** One spreadsheet of the bank table: its bytes as the body, whole or part in the query, its name in a header. */
export const POST = route({ who: 'staff', changes: true }, async ({ ctx, request }) => {
  const scope = new URL(request.url).searchParams.get('scope') ?? '';
  const input = bankUploadSchema.safeParse({ scope, name: uploadName(request).slice(0, 300) });
  if (!input.success) return problem(400, 'form-incomplete');
  return answerJson(await readBankFile(ctx, input.data, request.body), explainBanks);
});
