import { pdfText } from '@/lib/files/reading/pdf-tokens';

/** How many pages a PDF has, read off its page objects; null where it does not tell. */
export function countPages(pdf: Uint8Array): number | null {
  const read = pdfText(pdf);
  const pages = read?.objects.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
  return pages > 0 ? pages : null;
}
