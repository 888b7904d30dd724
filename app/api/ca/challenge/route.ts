import { beginProof } from '@/lib/enterprise/commands/begin-proof';
import { explainCa } from '@/lib/enterprise/rules/ca-refusals';
import { beginProofSchema } from '@/lib/enterprise/rules/ca.schema';
import { answerJson } from '@/lib/runtime/answer';
import { caBrowser } from '@/lib/runtime/ca-browser-cookie';
import { problem, route } from '@/lib/runtime/route';
import { servedOrigin } from '@/lib/runtime/served-origin';

/** {provider, purpose} → {challengeId, challenge in base64, expiresAt}; marks this browser. */
export const POST = route({ who: 'public', changes: true }, async ({ ctx, request }) => {
  const read = beginProofSchema.safeParse(await request.json().catch(() => null));
  if (!read.success) return problem(400, 'form-incomplete');
  return answerJson(
    await beginProof(ctx, { ...read.data, browser: await caBrowser(), origin: servedOrigin(request) }),
    explainCa,
  );
});
