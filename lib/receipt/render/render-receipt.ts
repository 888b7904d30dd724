import { Font, renderToBuffer } from '@react-pdf/renderer';

import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';
import { startOfShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { CharactersNotCovered, RenderedReceipt } from '@/lib/ports/receipt-renderer';

import { ReceiptDocument } from '../document/receipt-document';
import { layOutReceipt } from '../rules/layout';
import type { ReceiptModel } from '../rules/model';
import { receiptModelSchema } from '../rules/model';
import { formatPageCode } from '../rules/page-code';
import type { Sheet } from '../rules/sheet';
import { valueCells } from '../rules/sheet';
import type { Typeface } from '../rules/text-fit';
import { contentHash, sha256 } from './content-hash';
import { uncoveredCharacters } from './coverage';
import type { ReceiptFonts } from './fonts';
import { measureWith } from './fonts';
import { pageCodeTag } from './page-code-tag';
import { qrModules } from './qr-modules';

export type RenderSettings = { readonly secret: Uint8Array; readonly fonts: ReceiptFonts };

/**
 * Makes the PDF of a receipt. The same model, secret and fonts give the same bytes, whenever and wherever they are
 * rendered by the same build.
 *
 * Refuses `characters-not-covered` with every such character. Throws when the model breaks its own invariants.
 */
export async function renderReceipt(
  input: ReceiptModel,
  { secret, fonts }: RenderSettings,
): Promise<Result<RenderedReceipt, CharactersNotCovered>> {
  const model = receiptModelSchema.parse(input);
  const sheets = layOutReceipt(model, measureWith(fonts));
  const characters = uncoveredOn(sheets, fonts);
  if (characters.length > 0) return refuse({ code: 'characters-not-covered', characters });

  const contentSha256 = contentHash(model);
  const codes = sheets.map(({ page }) => pageCode(model, page, { secret, contentSha256 }));
  registerFonts(fonts);
  const madeAt = startOfShanghaiDay(model.issuedOn);
  const pdf = new Uint8Array(
    await renderToBuffer(ReceiptDocument({ model, sheets, qrs: codes.map(qrModules), madeAt })),
  );
  return ok({
    pdf,
    sha256: sha256(pdf),
    contentSha256,
    codes,
    pages: sheets.length,
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

function uncoveredOn(sheets: readonly Sheet[], fonts: ReceiptFonts): string[] {
  const texts = sheets.flatMap((sheet) => sheet.texts);
  const faces = Object.keys(fonts) as Typeface[];
  const uncovered = faces.flatMap((face) =>
    uncoveredCharacters(
      texts.filter((text) => text.face === face).flatMap((text) => text.lines),
      [fonts[face]],
    ),
  );
  return [...new Set(uncovered)];
}

const registered = new Set<string>();

/** The library keeps fonts per process by family name; ours are the names of the typefaces. */
function registerFonts(fonts: ReceiptFonts): void {
  for (const [family, src] of Object.entries(fonts)) {
    if (registered.has(src)) continue;
    Font.register({ family, src });
    registered.add(src);
  }
  // Lines are broken by our own rules; a word that arrives here is drawn as it is, without a hyphen.
  Font.registerHyphenationCallback((word) => [word]);
}
