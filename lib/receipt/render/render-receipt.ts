import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';
import { startOfShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { CharactersNotCovered, RenderedReceipt } from '@/lib/ports/receipt-renderer';

import { layOutReceipt } from '../rules/layout';
import type { ReceiptModel } from '../rules/model';
import { receiptModelSchema } from '../rules/model';
import { formatPageCode } from '../rules/page-code';
import { valueCells } from '@/lib/paper/rules/sheet';
import { contentHash, sha256 } from '@/lib/paper/render/content-hash';
import { fallbacksOn, renderSheets, uncoveredOn, type RenderSettings } from '@/lib/paper/render/render-sheets';
import type { FallbackFile } from '@/lib/paper/rules/fallback-file';
import { measureWith } from '@/lib/paper/render/fonts';
import { pageCodeTag } from './page-code-tag';

/**
 * Makes the PDF of a receipt. The same model, secret and fonts (of the added ones those that print something) give the same bytes, whenever and wherever they are
 * rendered by the same build.
 *
 * Refuses `characters-not-covered` with every such character. Throws when the model breaks its own invariants.
 */
export async function renderReceipt(
  input: ReceiptModel,
  { secret, fonts }: RenderSettings,
  added: readonly FallbackFile[] = [],
): Promise<Result<RenderedReceipt, CharactersNotCovered>> {
  const model = receiptModelSchema.parse(input);
  const sheets = layOutReceipt(model, measureWith(fonts, added));
  const characters = uncoveredOn(sheets, fonts, added);
  if (characters.length > 0) return refuse({ code: 'characters-not-covered', characters });

  const contentSha256 = contentHash(model);
  const codes = sheets.map(({ page }) => pageCode(model, page, { secret, contentSha256 }));
  const { number, version, payee, purpose } = model;
  const labels = { title: `收据 ${number} 第${version}版`, author: payee, subject: purpose, kind: '收据' };
  const madeAt = startOfShanghaiDay(model.issuedOn);
  const fallbacks = fallbacksOn(sheets, fonts, added);
  const pdf = await renderSheets({ sheets, codes, labels, madeAt }, fonts, fallbacks);
  return ok({
    pdf,
    sha256: sha256(pdf),
    contentSha256,
    codes,
    pages: sheets.length,
    fallbackFonts: fallbacks.map((fallback) => fallback.sha256),
    valueCells: sheets.flatMap(valueCells),
  });
}

function pageCode(
  { number, version }: ReceiptModel,
  page: number,
  { secret, contentSha256 }: { secret: Uint8Array; contentSha256: string },
): string {
  return formatPageCode({
    number,
    version,
    page,
    tag: pageCodeTag(secret, { number, version, page, contentSha256 }),
  });
}
