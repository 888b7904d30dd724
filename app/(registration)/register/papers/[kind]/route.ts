import { z } from 'zod';
import { attachRegistrationPaper } from '@/lib/enterprise/commands/attach-registration-paper';
import { explainPaper } from '@/lib/enterprise/rules/paper-refusals';
import { isRegistrationPaper } from '@/lib/enterprise/rules/registration-form';
import { explainRegistration } from '@/lib/enterprise/rules/registration-refusals';
import { explainFile } from '@/lib/files/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { readCaBrowser } from '@/lib/runtime/ca-browser-cookie';
import { problem, route } from '@/lib/runtime/route';
import { countedBody, uploadName } from '@/lib/runtime/upload-request';

const params = z.object({ kind: z.string().refine(isRegistrationPaper) });

/** One paper of the registration of this browser: its bytes as the body, its name in a header. */
export const POST = route({ who: 'public', params, changes: true }, async ({ ctx, params: { kind }, request }) => {
  const browser = (await readCaBrowser()) ?? '';
  const { body, isWhole } = countedBody(request);
  const answer = await attachRegistrationPaper(ctx, { browser, kind, name: uploadName(request) }, body);
  if (!answer.ok && !isWhole()) return problem(400, 'upload-cut-off');
  return answerJson(answer, { ...explainRegistration, ...explainFile, ...explainPaper });
});
