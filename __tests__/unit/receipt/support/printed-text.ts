import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

type Piece = { readonly text: string; readonly from: number; readonly to: number; readonly baseline: number };

/** The texts on each page as they are printed, in order. What follows without a gap on the same line is one text. */
export async function printedText(pdf: Uint8Array): Promise<string[][]> {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const file = await loading.promise;
  const pages: string[][] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent();
    const pieces = items.flatMap((item) => ('str' in item ? [pieceOf(item.str, item.transform, item.width)] : []));
    pages.push(
      joined(pieces)
        .map((text) => text.trim())
        .filter((text) => text !== ''),
    );
  }
  await loading.destroy();
  return pages;
}

function pieceOf(text: string, transform: readonly number[], width: number): Piece {
  const [from = 0, baseline = 0] = transform.slice(4);
  return { text, from, to: from + width, baseline };
}

function joined(pieces: readonly Piece[]): string[] {
  const texts: string[] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    const follows = last && Math.abs(piece.baseline - last.baseline) < 0.1 && Math.abs(piece.from - last.to) < 0.5;
    if (follows) texts.push(`${texts.pop() ?? ''}${piece.text}`);
    else texts.push(piece.text);
    last = piece;
  }
  return texts;
}
