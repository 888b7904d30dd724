const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1_000 };
const SECTIONS: Record<string, number> = { 亿: 100_000_000, 万: 10_000 };

/** Reads 人民币大写 back into fen, for either accepted form; null for what is none. Shares nothing with the writer. */
export function readCapitals(text: string): number | null {
  const parts = /^人民币(?:([^元角分整]+)元)?零?(?:([^零元角分整])角)?(?:零?([^零元角分整])分)?整?$/.exec(text);
  if (!parts) return null;
  const [, integer = '', jiao = '零', fen = '零'] = parts;
  const yuan = readInteger(integer);
  return yuan === null ? null : yuan * 100 + DIGITS.indexOf(jiao) * 10 + DIGITS.indexOf(fen);
}

function readInteger(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of text) {
    if (DIGITS.includes(character)) {
      digit = DIGITS.indexOf(character);
    } else if (character in PLACES) {
      section += digit * (PLACES[character] ?? 0);
      digit = 0;
    } else if (character in SECTIONS) {
      total += (section + digit) * (SECTIONS[character] ?? 0);
      section = digit = 0;
    } else {
      return null;
    }
  }
  return total + section + digit;
}
