import { familyNameLength } from './family-names';
import type { Result } from './result';
import { ok, refuse } from './result';

export type NameFault = 'too-short' | 'too-long' | 'character';

// 〇 is written in names but is no ideograph to Unicode. Unified_Ideograph holds planes 0, 2 and 3, which is more than
// GB 18030-2022 asks for; whether a character can be printed is a question to the fonts, not to this rule.
const HAN = '\\p{Unified_Ideograph}\\u3007';
const LETTER = `${HAN}\\p{Script=Latin}`;
const NAME = new RegExp(`^[${LETTER}](?:[ ·'-]*[${LETTER}])*$`, 'u');
const DOTS_BETWEEN_LETTERS = new RegExp(`([${LETTER}])\\s*[•・･‧∙⋅．]\\s*(?=[${LETTER}])`, 'gu');
const STOP_BETWEEN_HAN = new RegExp(`([${HAN}])\\s*[.·]\\s*(?=[${HAN}])`, 'gu');
const SPACE_BETWEEN_HAN = new RegExp(`([${HAN}]) +(?=[${HAN}])`, 'gu');
const STARTS_WITH_HAN = new RegExp(`^[${HAN}]`, 'u');

const SHORTEST = 2;
const LONGEST = 50;

/**
 * Reads a person's name: 2 to 50 characters (code points, so 𬱟 is one), Han of any plane, Latin, space, ·, - and '.
 *
 * The answer is NFC with one kind of dot, dash and apostrophe. Spaces between two Han characters go (张　三 is how
 * spreadsheets line up short names); elsewhere runs become one. No character is replaced by a similar one.
 */
export function parsePersonalName(text: string): Result<string, NameFault> {
  const name = tidy(text);
  const { length } = [...name];
  if (length < SHORTEST) return refuse('too-short');
  if (length > LONGEST) return refuse('too-long');
  return NAME.test(name) ? ok(name) : refuse('character');
}

/**
 * Hides a name for the public notice: the family name and one * per given character (张*, 欧阳**), a name in Latin
 * letters as its first initial (J***). In a name with · (阿不都·热合曼) neither part is a family name, so only its
 * first character stays and the dots keep their places: 阿**·***.
 */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  const [first, ...others] = characters;
  if (first === undefined) return '';
  if (!STARTS_WITH_HAN.test(first)) return `${first}***`;
  if (others.length === 0) return '*';
  const shown = characters.includes('·') ? 1 : familyNameLength(characters);
  return characters.map((character, index) => (index < shown || character === '·' ? character : '*')).join('');
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(DOTS_BETWEEN_LETTERS, '$1·')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(STOP_BETWEEN_HAN, '$1·')
    .replace(/[‘’ʼʻ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(SPACE_BETWEEN_HAN, '$1')
    .trim();
}
