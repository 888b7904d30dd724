import { Font, renderToBuffer } from '@react-pdf/renderer';

import { PaperDocument, type DocumentLabels, type PaperLook } from '../document/paper-document';
import type { FallbackFile } from '../rules/fallback-file';
import type { Sheet } from '../rules/sheet';
import type { Typeface } from '../rules/text-fit';
import { uncoveredCharacters } from './coverage';
import { firstWith, type PaperFonts } from './fonts';
import { qrModules } from './qr-modules';

export type RenderSettings = { readonly secret: Uint8Array; readonly fonts: PaperFonts };

/** Added fonts in the order in which they are asked for a character; none unless said otherwise. */
type Fallbacks = readonly FallbackFile[];

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
  fallbacks: Fallbacks = [],
): Promise<Uint8Array> {
  registerFonts(fonts, fallbacks);
  const families = fallbacks.map(familyOf);
  return new Uint8Array(
    await renderToBuffer(
      PaperDocument({ labels, sheets, qrs: codes.map(qrModules), madeAt, families, ...(look && { look }) }),
    ),
  );
}

/** The characters of these sheets that the typeface they are set in cannot print, each once. */
export function uncoveredOn(sheets: readonly Sheet[], fonts: PaperFonts, fallbacks: Fallbacks = []): string[] {
  const texts = sheets.flatMap((sheet) => sheet.texts);
  const faces = Object.keys(fonts) as Typeface[];
  const uncovered = faces.flatMap((face) =>
    uncoveredCharacters(
      texts.filter((text) => text.face === face).flatMap((text) => text.lines),
      [fonts[face]],
      fallbacks.map(({ path }) => path),
    ),
  );
  return [...new Set(uncovered)];
}

/** Those fallbacks that print something on these sheets, in their order. With these alone the bytes are the same. */
export function fallbacksOn(sheets: readonly Sheet[], fonts: PaperFonts, fallbacks: Fallbacks): Fallbacks {
  const used = new Set(uncoveredOn(sheets, fonts).map((one) => firstWith(one.codePointAt(0) ?? 0, fallbacks)));
  return fallbacks.filter((fallback) => used.has(fallback));
}

const registered = new Set<string>();

/** The library keeps fonts per process by family name; ours are the names of the typefaces. */
const familyOf = ({ sha256 }: FallbackFile) => `fallback-${sha256}`;

function registerFonts(fonts: PaperFonts, fallbacks: Fallbacks): void {
  const added = fallbacks.map((fallback) => [familyOf(fallback), fallback.path] as const);
  for (const [family, src] of [...Object.entries(fonts), ...added]) {
    if (registered.has(src)) continue;
    Font.register({ family, src });
    registered.add(src);
  }
  // Lines are broken by our own rules; a word that arrives here is drawn as it is, without a hyphen.
  Font.registerHyphenationCallback((word) => [word]);
}
