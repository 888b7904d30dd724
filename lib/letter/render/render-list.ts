import { shanghaiDay, startOfShanghaiDay } from '@/lib/kernel/shanghai-day';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { contentHash, sha256 } from '@/lib/paper/render/content-hash';
import { measureWith } from '@/lib/paper/render/fonts';
import { renderSheets, uncoveredOn, type RenderSettings } from '@/lib/paper/render/render-sheets';
import type { ListAnswer, ListRequest, RenderedList } from '@/lib/ports/list-renderer';
import type { CharactersNotCovered } from '@/lib/ports/receipt-renderer';
import { LETTER_QR } from '../rules/letter-layout';
import { layOutList } from '../rules/list-layout';
import { listModelSchema, type ListModel } from '../rules/list-model';

const HASH_SHOWN = 16;

/**
 * Makes the PDF of a list. Its pages carry the head of the hash of what it says, so that a page of another state of the
 * same list is told apart. Refuses `characters-not-covered`; throws when the model is not sound.
 */
export async function renderList(
  input: ListModel,
  { fonts }: Pick<RenderSettings, 'fonts'>,
): Promise<Result<RenderedList, CharactersNotCovered>> {
  const model = listModelSchema.parse(input);
  const sheets = layOutList(model, measureWith(fonts));
  const characters = uncoveredOn(sheets, fonts);
  if (characters.length > 0) return refuse({ code: 'characters-not-covered', characters });
  const contentSha256 = contentHash(model);
  const head = contentSha256.slice(0, HASH_SHOWN).toUpperCase();
  const codes = sheets.map(({ page }) => `${model.number}/${page}/${head}`);
  const { title, number, office } = model;
  const labels = { title: `${title} ${number}`, author: office, subject: title, kind: title };
  const look = { qr: LETTER_QR, isPhotographed: false };
  const madeAt = startOfShanghaiDay(shanghaiDay(model.madeOn));
  const pdf = await renderSheets({ sheets, codes, labels, madeAt, look }, fonts);
  return ok({ pdf, sha256: sha256(pdf) });
}

/** Answers one request, in whatever thread. Never rejects: what is thrown becomes the answer `failed`. */
export async function answerListRequest({ model }: ListRequest, settings: RenderSettings): Promise<ListAnswer> {
  try {
    return { kind: 'rendered-list', result: await renderList(model, settings) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
