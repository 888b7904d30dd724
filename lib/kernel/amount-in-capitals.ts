import type { Fen } from './fen';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];
const SECTIONS = ['', '万', '亿'];
const LARGEST_FEN = 999_999_999_999_99;

/**
 * Writes an amount in Chinese capitals for a bill, e.g. 16,409.02 元 → 人民币壹万陆仟肆佰零玖元零贰分.
 *
 * Source: 正确填写票据和结算凭证的基本规定 (appendix of 支付结算办法). Where that allows two forms, one is chosen:
 * 零 for every gap in the integer part (壹拾万零柒仟), none between 元 and a 角 that is not zero, and 整 after 元 or 角.
 * No space follows 人民币, so that nothing can be written in. Throws RangeError unless 0.01 ≤ yuan < 10^12.
 */
export function amountInCapitals(fen: Fen): string {
  if (!Number.isSafeInteger(fen) || fen <= 0 || fen > LARGEST_FEN) {
    throw new RangeError(`cannot be written in capitals: ${fen} fen`);
  }
  const digits = String(fen).padStart(3, '0');
  const yuan = digits.slice(0, -2);
  const integer = yuan === '0' ? '' : `${integerInCapitals(yuan)}元`;
  return `人民币${integer}${decimalsInCapitals(Number(digits.at(-2)), Number(digits.at(-1)), integer !== '')}`;
}

function integerInCapitals(yuan: string): string {
  let written = '';
  let isGapOpen = false;
  let isSectionEmpty = true;
  for (const [index, character] of [...yuan].entries()) {
    const place = yuan.length - 1 - index;
    const digit = Number(character);
    if (digit > 0) {
      written += `${isGapOpen ? '零' : ''}${DIGITS[digit]}${PLACES[place % 4]}`;
      isSectionEmpty = false;
    }
    isGapOpen = digit === 0;
    if (place % 4 > 0) continue;
    if (!isSectionEmpty) written += SECTIONS[place / 4];
    isSectionEmpty = true;
  }
  return written;
}

function decimalsInCapitals(jiao: number, fen: number, hasYuan: boolean): string {
  if (jiao === 0 && fen === 0) return '整';
  const gap = jiao === 0 && hasYuan ? '零' : '';
  const jiaoPart = jiao > 0 ? `${DIGITS[jiao]}角` : gap;
  return fen > 0 ? `${jiaoPart}${DIGITS[fen]}分` : `${jiaoPart}整`;
}
