import { z } from 'zod';
import { explainFile } from '@/lib/files/rules/refusals';
import { NOTICE_NUMBER } from '@/lib/notice/rules/titles';
import { uploadPublicPaper } from '@/lib/objection/commands/upload-paper';
import { explainFiling } from '@/lib/objection/rules/refusals';
import { answerJson } from '@/lib/runtime/answer';
import { problem, route } from '@/lib/runtime/route';
import { countedBody, uploadName } from '@/lib/runtime/upload-request';

const params = z.object({ id: z.string().regex(NOTICE_NUMBER) });

/** One paper for an objection that is being written: its bytes as the body, its name in a header. */
export const POST = route(
  { who: 'public', params, changes: true },
  async ({ ctx, params: { id: number }, request }) => {
    const ticket = z.uuid().safeParse(new URL(request.url).searchParams.get('ticket'));
    if (!ticket.success) return problem(404, 'not-found');
    const { body, isWhole } = countedBody(request);
    const input = { number, ticket: ticket.data, name: uploadName(request).slice(0, 300) };
    const answer = await uploadPublicPaper(ctx, input, body);
    if (!answer.ok && !isWhole()) return problem(400, 'upload-cut-off');
    return answerJson(answer, { ...explainFiling, ...explainFile });
  },
);
