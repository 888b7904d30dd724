import { z } from 'zod';
import { printConsents, printConsentsSchema } from '@/lib/application/commands/print-consents';
import { explainApplication } from '@/lib/application/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { pictureResponse } from '@/lib/runtime/picture-response';
import { problem, route } from '@/lib/runtime/route';

const params = z.object({ applicationId: z.uuid() });

/** 授权书 as a PDF, opened in the browser's own reader, from which it is printed. */
export const GET = route({ who: 'enterprise', params }, async ({ ctx, params: { applicationId }, request }) => {
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const input = printConsentsSchema.safeParse({
    applicationId,
    requirementId: search.requirement,
    ...(search.talent && { talentId: search.talent }),
  });
  if (!input.success) return problem(404, 'not-found');
  const answer = await printConsents(ctx, input.data);
  if (!answer.ok) return answerJson(answer, explainApplication);
  return pictureResponse(answer.value.pdf, 'application/pdf', { name: answer.value.name });
});
