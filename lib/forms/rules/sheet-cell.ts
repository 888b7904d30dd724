import type { Answers, CategoryConfig, FieldConfig } from '@/lib/programme/rules/config';
import { displayAnswer } from './display-answer';
import { keptAnswer, type AnswerContext } from './answers';
import { optionsOf } from './choices';

/** What was read from one cell: the form in which it is kept, and what the form's own rules could not know is wrong. */
export type CellRead = { readonly value: string; readonly says?: string };

const DAY_MS = 24 * 60 * 60 * 1000;
/** Day 0 of Excel's calendar, such that days after February 1900 come out right. */
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30);
const ROUNDED = '号码已被表格软件改成数字，末几位丢失。请把这一格设为“文本”后重新填写。';

/** The text that stands for a field in a sheet: choices by their words, days as 2026-03-01, amounts without unit. */
export function cellText(
  field: FieldConfig,
  answer: string | undefined,
  categories: readonly CategoryConfig[],
): string {
  const isChosen = ['choice', 'category', 'idType', 'yesNo'].includes(field.type);
  return isChosen ? displayAnswer(field, answer, categories) : (answer ?? '');
}

/**
 * Reads a cell as people fill it in: days in every usual form, as Excel's serial number or as 20260301; choices by word,
 * by code, or as `B 博士`; full width, an apostrophe in front, a number with a stray `.0`. Right or wrong, the text is
 * kept; any text at all may stand there.
 */
export function readCell(field: FieldConfig, text: string, context: AnswerContext): CellRead {
  const plain = text.trim().replace(/^['’‘](?=\S)/, '');
  switch (field.type) {
    case 'day':
      return { value: keptAnswer(field, dayText(plain), context) };
    case 'month':
      return { value: keptAnswer(field, monthText(plain), context) };
    case 'choice':
    case 'category':
    case 'idType':
    case 'yesNo':
      return { value: keptAnswer(field, optionText(field, plain, context.categories), context) };
    case 'number':
      return { value: keptAnswer(field, plain.replace(/^(\d+)\.0+$/, '$1'), context) };
    case 'money':
      return { value: keptAnswer(field, moneyText(plain), context) };
    case 'idNumber':
    case 'mobile':
    case 'telephone':
    case 'uscc':
      return /^\d(\.\d+)?E\+?\d+$/i.test(plain.normalize('NFKC'))
        ? { value: keptAnswer(field, plain, context), says: ROUNDED }
        : { value: keptAnswer(field, plain, context) };
    default:
      return { value: keptAnswer(field, plain, context) };
  }
}

/** `45717`, `20260301`, `2026-03-01 00:00:00` and ISO instants as a plain day; other texts stay. */
function dayText(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`;
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(plain);
  if (serial) return new Date(EXCEL_DAY_0 + Number(serial[1]) * DAY_MS).toISOString().slice(0, 10);
  return plain.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
}

/** `202510` and `2025年10月` as a month, and whatever names a day. */
function monthText(text: string): string {
  const compact = /^(\d{4})(\d{2})$/.exec(text.normalize('NFKC').trim());
  return compact ? `${compact[1]}-${compact[2]}` : dayText(text);
}

const YES: Answers = { Y: '是', YES: '是', TRUE: '是', 有: '是', N: '否', NO: '否', FALSE: '否', 无: '否' };

/** What people write for the papers; the form's own words go before. */
const ID_WORDS: Answers = {
  身份证: 'RESIDENT_ID',
  二代身份证: 'RESIDENT_ID',
  港澳通行证: 'HK_MACAO_PERMIT',
  回乡证: 'HK_MACAO_PERMIT',
  台胞证: 'TAIWAN_PERMIT',
  永居证: 'FOREIGN_PR',
};

function optionText(field: FieldConfig, text: string, categories?: readonly CategoryConfig[]): string {
  const bare = (one: string) => one.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const wanted = bare(field.type === 'yesNo' ? (YES[bare(text)] ?? text) : text);
  const options = optionsOf(field, categories);
  const names = (value: string, label: string): string[] => {
    const category = categories?.find(({ code }) => field.type === 'category' && code === value);
    return [value, label, ...(category ? [category.label, `${value}类`] : [])].map(bare);
  };
  const found = options.find(({ value, label }) => names(value, label).includes(wanted))?.value;
  return found ?? (field.type === 'idType' ? ID_WORDS[wanted] : undefined) ?? text;
}

/** What a computation left behind the cents is no third decimal of anybody's. */
function moneyText(text: string): string {
  const long = /^\d+\.\d{6,}$/.exec(text);
  if (!long) return text;
  const rounded = Math.round(Number(text) * 100) / 100;
  return Math.abs(rounded - Number(text)) < 1e-6 ? String(rounded) : text;
}
