import { z } from 'zod';
import { printRegistrationPaper } from '@/lib/enterprise/commands/print-registration-paper';
import { explainPaper } from '@/lib/enterprise/rules/paper-refusals';
import { isPrintedKind } from '@/lib/enterprise/rules/registration-paper-model';
import { explainRegistration } from '@/lib/enterprise/rules/registration-refusals';
import { answerJson } from '@/lib/runtime/answer';
import { readCaBrowser } from '@/lib/runtime/ca-browser-cookie';
import { route } from '@/lib/runtime/route';

const params = z.object({ kind: z.string().refine(isPrintedKind) });

/** 下载PDF打印: issues the form, or answers the version that stands; the bytes are fetched by its id. */
export const POST = route({ who: 'public', params, changes: true }, async ({ ctx, params: { kind } }) => {
  const browser = (await readCaBrowser()) ?? '';
  return answerJson(await printRegistrationPaper(ctx, { browser, kind }), { ...explainRegistration, ...explainPaper });
});
