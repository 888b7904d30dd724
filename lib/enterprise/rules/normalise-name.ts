const INVISIBLE = /[\s\p{Cc}\p{Cf}]/gu;
/** Licences print （）, people type (), [] or 〔〕; they set the same words apart. */
const OPENING = /[([{<〔【〖《〈「『﹝]/gu;
const CLOSING = /[)\]}>〕】〗》〉」』﹞]/gu;
const DOTS = /[·・•‧∙⋅]/gu;

/**
 * The one form in which names of enterprises are compared: letters, digits and brackets of full width made half width,
 * every bracket the same kind, no white space, upper case. 苏州示例（中国）有限公司 and 苏州示例(中国) 有限公司 are one
 * enterprise; 有限公司 and 有限责任公司 are two, and so are names that differ in any other character.
 */
export function normaliseEnterpriseName(name: string): string {
  // Upper case may undo what NFKC did (ŉ becomes ʼN), so it stands between two of them; what stood apart because of
  // something invisible (I, a zero-width sign, a breve) is one letter without it, so that a third comes last.
  return name
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(OPENING, '(')
    .replace(CLOSING, ')')
    .replace(DOTS, '·')
    .normalize('NFKC');
}
