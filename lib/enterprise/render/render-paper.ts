import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';
import { startOfShanghaiDay } from '@/lib/kernel/shanghai-day';
import { contentHash, sha256 } from '@/lib/paper/render/content-hash';
import { measureWith } from '@/lib/paper/render/fonts';
import { renderSheets, uncoveredOn, type RenderSettings } from '@/lib/paper/render/render-sheets';
import type { PaperAnswer, PaperRequest, RenderedPaper } from '@/lib/ports/paper-renderer';
import type { CharactersNotCovered } from '@/lib/ports/receipt-renderer';
import { formatPaperCode } from '../rules/paper-code';
import { PAPER_TITLES } from '../rules/paper-kinds';
import { layOutPaper } from '../rules/paper-layout';
import { paperModelSchema, type PaperModel } from '../rules/paper-models';
import { paperTag } from './paper-tag';

/**
 * Makes the PDF of one of the papers. The same model, secret and fonts give the same bytes by the same build. Refuses
 * `characters-not-covered` with every such character. Throws when the model breaks its own invariants.
 */
export async function renderPaper(
  input: PaperModel,
  { secret, fonts }: RenderSettings,
): Promise<Result<RenderedPaper, CharactersNotCovered>> {
  const model = paperModelSchema.parse(input);
  const sheets = layOutPaper(model, measureWith(fonts));
  const characters = uncoveredOn(sheets, fonts);
  if (characters.length > 0) return refuse({ code: 'characters-not-covered', characters });

  const { number, version, content } = model;
  const contentSha256 = contentHash(model);
  const codes = sheets.map(({ page }) => {
    const named = { number, version, kind: content.kind, page };
    return formatPaperCode({ ...named, tag: paperTag(secret, { ...named, contentSha256 }) });
  });
  const kind = PAPER_TITLES[content.kind];
  const labels = { title: `${kind} ${number} 第${version}版`, author: content.enterprise.name, subject: kind, kind };
  const madeAt = startOfShanghaiDay(model.issuedOn);
  const pdf = await renderSheets({ sheets, codes, labels, madeAt }, fonts);
  return ok({ pdf, sha256: sha256(pdf), contentSha256, codes });
}

/** Answers one request, in whatever thread. Never rejects: what is thrown becomes the answer `failed`. */
export async function answerPaperRequest({ model }: PaperRequest, settings: RenderSettings): Promise<PaperAnswer> {
  try {
    return { kind: 'rendered-paper', result: await renderPaper(model, settings) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
