import { hasProved } from '@/lib/access/rules/step-up';
import { addFont } from '@/lib/disbursement/commands/add-font';
import { explainFont } from '@/lib/disbursement/rules/paper-font';
import { refuse } from '@/lib/kernel/result';
import { answerJson } from '@/lib/runtime/answer';
import { provePage } from '@/lib/runtime/prove-page';
import { route } from '@/lib/runtime/route';
import { uploadName } from '@/lib/runtime/upload-request';

/** One font file: its bytes as the body, its name in a header. A browser that fetches is told where to prove, not led. */
export const POST = route({ who: 'staff', changes: true }, async ({ ctx, request }) => {
  if (!hasProved(ctx.actor, ctx.now))
    return answerJson(refuse({ code: 'prove-again' as const, page: await provePage() }), explainFont);
  return answerJson(await addFont(ctx, { name: uploadName(request) }, request.body), explainFont);
});
