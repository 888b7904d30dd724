import { readRegisterFile } from '@/lib/enterprise/commands/read-register-file';
import { explainRegister } from '@/lib/enterprise/rules/register-refusals';
import { registerUploadSchema } from '@/lib/enterprise/rules/register.schema';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';
import { uploadName } from '@/lib/runtime/upload-request';

/** One spreadsheet of the register: its bytes as the body, the day of its data in the query, its name in a header. */
export const POST = route({ who: 'staff', changes: true }, async ({ ctx, request }) => {
  const asOf = new URL(request.url).searchParams.get('asOf') ?? '';
  const input = registerUploadSchema.safeParse({ asOf, name: uploadName(request).slice(0, 300) });
  if (!input.success) return problem(400, 'form-incomplete');
  return answerJson(await readRegisterFile(ctx, input.data, request.body), explainRegister);
});
