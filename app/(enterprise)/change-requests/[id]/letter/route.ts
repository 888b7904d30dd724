import { z } from 'zod';
import { printLetter } from '@/lib/enterprise/commands/letter';
import { explainChange } from '@/lib/enterprise/rules/change-refusals';
import { explainPaper } from '@/lib/enterprise/rules/paper-refusals';
import { answerJson } from '@/lib/runtime/answer';
import { route } from '@/lib/runtime/route';

const params = z.object({ id: z.uuid() });

/** 下载PDF打印: issues the letter of what is typed, or answers the version that stands; the bytes are fetched by its id. */
export const POST = route({ who: 'enterprise', params, changes: true }, async ({ ctx, params: { id } }) =>
  answerJson(await printLetter(ctx, { id }), { ...explainChange, ...explainPaper }),
);
