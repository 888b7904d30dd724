import { z } from 'zod';
import { receiveChangePaper } from '@/lib/enterprise/commands/receive-change-paper';
import { explainChange } from '@/lib/enterprise/rules/change-refusals';
import { explainPaper } from '@/lib/enterprise/rules/paper-refusals';
import { explainFile } from '@/lib/files/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { route } from '@/lib/runtime/route';
import { uploadName } from '@/lib/runtime/upload-request';

const params = z.object({ id: z.uuid() });

/** One paper of a request: its bytes as the body, which one it is in the query, its name in a header. */
export const POST = route({ who: 'enterprise', params, changes: true }, async ({ ctx, params: { id }, request }) => {
  const kind = new URL(request.url).searchParams.get('kind') ?? '';
  const answer = await receiveChangePaper(ctx, { id, kind, name: uploadName(request).slice(0, 300) }, request.body);
  return answerJson(answer, { ...explainChange, ...explainFile, ...explainPaper });
});
