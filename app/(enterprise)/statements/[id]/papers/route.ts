import { z } from 'zod';
import { explainFile } from '@/lib/files/rules/refusals';
import { uploadStatementPaper } from '@/lib/objection/commands/upload-paper';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';
import { countedBody, uploadName } from '@/lib/runtime/upload-request';

const params = z.object({ id: z.uuid() });

/** One paper for a statement: its bytes as the body, its name in a header. */
export const POST = route({ who: 'enterprise', params, changes: true }, async ({ ctx, params: { id }, request }) => {
  const { body, isWhole } = countedBody(request);
  const answer = await uploadStatementPaper(ctx, { id, name: uploadName(request).slice(0, 300) }, body);
  if (!answer.ok && !isWhole()) return problem(400, 'upload-cut-off');
  return answerJson(answer, explainFile);
});
