import { ok, refuse, type Result } from '@/lib/kernel/result';
import { measureWith } from '@/lib/paper/render/fonts';
import { renderSheets, uncoveredOn, type RenderSettings } from '@/lib/paper/render/render-sheets';
import type { ConsentAnswer, ConsentRequest } from '@/lib/ports/consent-renderer';
import type { CharactersNotCovered } from '@/lib/ports/receipt-renderer';
import { layOutConsents } from '../rules/consent-layout';
import { consentsSchema, type Consents } from '../rules/consent-model';

/** A form to sign is neither numbered nor photographed: no frame, no marks, no code. */
const LOOK = { qr: { x: 0, y: 0, width: 0, height: 0 }, isPhotographed: false };

/** The PDF of the consents, a page for each person. Refuses `characters-not-covered` with every such character. */
async function renderConsents(
  input: Consents,
  { fonts }: RenderSettings,
): Promise<Result<Uint8Array, CharactersNotCovered>> {
  const consents = consentsSchema.parse(input);
  const sheets = layOutConsents(consents, measureWith(fonts));
  const characters = uncoveredOn(sheets, fonts);
  if (characters.length > 0) return refuse({ code: 'characters-not-covered', characters });
  const { title, enterprise, madeAt } = consents;
  const labels = { title, author: enterprise.name, subject: title, kind: title };
  return ok(await renderSheets({ sheets, codes: [], labels, madeAt: new Date(madeAt), look: LOOK }, fonts));
}

/** Answers one request, in whatever thread. Never rejects: what is thrown becomes the answer `failed`. */
export async function answerConsentRequest(
  { consents }: ConsentRequest,
  settings: RenderSettings,
): Promise<ConsentAnswer> {
  try {
    return { kind: 'rendered-consents', result: await renderConsents(consents, settings) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
