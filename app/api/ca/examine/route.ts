import { examineCertificate } from '@/lib/enterprise/commands/examine-certificate';
import { explainCa } from '@/lib/enterprise/rules/ca-refusals';
import { SIGNATURE_BYTES_MAX, takeProofSchema } from '@/lib/enterprise/rules/ca.schema';
import { answerJson } from '@/lib/runtime/answer';
import { readCaBrowser } from '@/lib/runtime/ca-browser-cookie';
import { readLimited } from '@/lib/runtime/read-limited';
import { problem, route } from '@/lib/runtime/route';
import { servedOrigin } from '@/lib/runtime/served-origin';

/** As the proof, and as large. */
const BODY_BYTES_MAX = 5 * SIGNATURE_BYTES_MAX;

/** {challengeId, certificate, chain?, signature, format} → what is good and what is not, step by step. */
export const POST = route({ who: 'public', changes: true }, async ({ ctx, request }) => {
  const body = await readLimited(request, BODY_BYTES_MAX);
  const read = takeProofSchema.safeParse(body && parse(body));
  if (!read.success) return problem(400, 'form-incomplete');
  const mark = { browser: (await readCaBrowser()) ?? '', origin: servedOrigin(request) };
  return answerJson(await examineCertificate(ctx, { ...read.data, ...mark }), explainCa);
});

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
