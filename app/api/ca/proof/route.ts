import { takeProof } from '@/lib/enterprise/commands/take-proof';
import { explainCa } from '@/lib/enterprise/rules/ca-refusals';
import { SIGNATURE_BYTES_MAX, takeProofSchema } from '@/lib/enterprise/rules/ca.schema';
import { answerJson } from '@/lib/runtime/answer';
import { readCaBrowser } from '@/lib/runtime/ca-browser-cookie';
import { readLimited } from '@/lib/runtime/read-limited';
import { problem, route } from '@/lib/runtime/route';
import { servedOrigin } from '@/lib/runtime/served-origin';

/** Certificates and signature in base64, with room for the members' names. */
const BODY_BYTES_MAX = 5 * SIGNATURE_BYTES_MAX;

/** {challengeId, certificate, chain?, signature, format} → the proof, or a refusal with `step` and `reference`. */
export const POST = route({ who: 'public', changes: true }, async ({ ctx, request }) => {
  const body = await readLimited(request, BODY_BYTES_MAX);
  const read = takeProofSchema.safeParse(body && parse(body));
  if (!read.success) return problem(400, 'form-incomplete');
  const result = await takeProof(ctx, {
    ...read.data,
    browser: (await readCaBrowser()) ?? '',
    origin: servedOrigin(request),
  });
  return answerJson(result, explainCa, (refusal) =>
    'step' in refusal ? { step: refusal.step, reference: refusal.reference } : {},
  );
});

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
