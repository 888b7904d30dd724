/** What is kept and shown. A HEIC picture is taken in and kept as the JPEG that was made of it. */
export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

const WORDS: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'application/pdf': 'PDF',
};

/** `JPG、PNG 或 PDF`. */
export function acceptedWords(accept: readonly MediaType[]): string {
  const words = accept.map((type) => WORDS[type]);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join('、')} 或 ${words.at(-1)}`;
}
