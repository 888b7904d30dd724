import { Font, renderToBuffer } from '@react-pdf/renderer';

import { PaperDocument, type DocumentLabels, type PaperLook } from '../document/paper-document';
import type { Sheet } from '../rules/sheet';
import type { Typeface } from '../rules/text-fit';
import { uncoveredCharacters } from './coverage';
import type { PaperFonts } from './fonts';
import { qrModules } from './qr-modules';

export type RenderSettings = { readonly secret: Uint8Array; readonly fonts: PaperFonts };

export type SheetsToRender = {
  readonly sheets: readonly Sheet[];
  /** The page code of each sheet. */
  readonly codes: readonly string[];
  readonly labels: DocumentLabels;
  /** Stands in the file as the time of its making; the same every time, or the bytes would differ. */
  readonly madeAt: Date;
  /** A form that is photographed, unless said otherwise. */
  readonly look?: PaperLook;
};

/** Sheets that are laid out already as a PDF. The same input and fonts give the same bytes by the same build. */
export async function renderSheets(
  { sheets, codes, labels, madeAt, look }: SheetsToRender,
  fonts: PaperFonts,
): Promise<Uint8Array> {
  registerFonts(fonts);
  return new Uint8Array(
    await renderToBuffer(PaperDocument({ labels, sheets, qrs: codes.map(qrModules), madeAt, ...(look && { look }) })),
  );
}

/** The characters of these sheets that the typeface they are set in cannot print, each once. */
export function uncoveredOn(sheets: readonly Sheet[], fonts: PaperFonts): string[] {
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
function registerFonts(fonts: PaperFonts): void {
  for (const [family, src] of Object.entries(fonts)) {
    if (registered.has(src)) continue;
    Font.register({ family, src });
    registered.add(src);
  }
  // Lines are broken by our own rules; a word that arrives here is drawn as it is, without a hyphen.
  Font.registerHyphenationCallback((word) => [word]);
}
