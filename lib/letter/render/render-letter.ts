import { startOfShanghaiDay } from '@/lib/kernel/shanghai-day';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { contentHash, sha256 } from '@/lib/paper/render/content-hash';
import { measureWith } from '@/lib/paper/render/fonts';
import { isSameTag, pageTag } from '@/lib/paper/render/page-tag';
import { renderSheets, uncoveredOn, type RenderSettings } from '@/lib/paper/render/render-sheets';
import type { LetterAnswer, LetterRequest, RenderedLetter } from '@/lib/ports/letter-renderer';
import type { CharactersNotCovered } from '@/lib/ports/receipt-renderer';
import { formatLetterCode, type LetterCode } from '../rules/letter-code';
import { LETTER_TITLES } from '../rules/letter-kinds';
import { LETTER_QR, layOutLetter } from '../rules/letter-layout';
import { letterModelSchema, type LetterModel } from '../rules/letter-model';

/**
 * Makes the PDF of a letter. The same model, secret and fonts give the same bytes by the same build. Refuses
 * `characters-not-covered` with every such character. Throws when the model breaks its own invariants.
 */
export async function renderLetter(
  input: LetterModel,
  { secret, fonts }: RenderSettings,
): Promise<Result<RenderedLetter, CharactersNotCovered>> {
  const model = letterModelSchema.parse(input);
  const sheets = layOutLetter(model, measureWith(fonts));
  const characters = uncoveredOn(sheets, fonts);
  if (characters.length > 0) return refuse({ code: 'characters-not-covered', characters });
  const { number, content, office, issuedOn } = model;
  const contentSha256 = contentHash(model);
  const codes = sheets.map(({ page }) =>
    formatLetterCode({ number, page, tag: letterTag(secret, { number, page, contentSha256 }) }),
  );
  const kind = LETTER_TITLES[content.kind];
  const labels = { title: `${kind} ${number}`, author: office.name, subject: kind, kind };
  const look = { qr: LETTER_QR, isPhotographed: false };
  const pdf = await renderSheets({ sheets, codes, labels, madeAt: startOfShanghaiDay(issuedOn), look }, fonts);
  return ok({ pdf, sha256: sha256(pdf), contentSha256, codes });
}

type Tagged = Omit<LetterCode, 'tag'> & { readonly contentSha256: string };

function letterTag(secret: Uint8Array, { number, page, contentSha256 }: Tagged): string {
  return pageTag(secret, ['letter', number, page, contentSha256]);
}

/** Whether a code read from paper belongs to this page of the letter as issued. */
export function isLetterTag(tag: string, secret: Uint8Array, page: Tagged): boolean {
  return isSameTag(tag, letterTag(secret, page));
}

/** Answers one request, in whatever thread. Never rejects: what is thrown becomes the answer `failed`. */
export async function answerLetterRequest({ model }: LetterRequest, settings: RenderSettings): Promise<LetterAnswer> {
  try {
    return { kind: 'rendered-letter', result: await renderLetter(model, settings) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
