import type { CategoryConfig, FieldConfig } from '@/lib/programme/rules/config';
import { formatMoney, formatYuan } from '@/lib/kernel/fen';
import { formatDay, parseShanghaiDay, parseShanghaiMonth } from '@/lib/kernel/shanghai-day';
import { fenOfAnswer } from './answer-figures';
import { optionsOf } from './choices';

/**
 * A stored answer as people read it: choices by label, amounts as ¥286,000.00 or 1,000 万元, days as 2026年11月23日. What cannot be
 * read stays as it was typed. `''` for no answer. Reading the result as an answer gives the stored form back.
 */
export function displayAnswer(
  field: FieldConfig,
  answer: string | undefined,
  categories: readonly CategoryConfig[] = [],
): string {
  const text = answer ?? '';
  if (text === '') return '';
  switch (field.type) {
    case 'choice':
    case 'category':
    case 'idType':
    case 'yesNo':
      return optionsOf(field, categories).find(({ value }) => value === text)?.label ?? text;
    case 'day':
      return displayDay(text);
    case 'month':
      return displayMonth(text);
    case 'money':
      return displayMoney(text, field.unit);
    case 'number':
      return /^\d+$/.test(text) && field.unit ? `${text} ${field.unit}` : text;
    default:
      return text;
  }
}

// Only stored forms are dressed up: a text that was kept though wrong is shown as it was typed.
function displayDay(text: string): string {
  const day = parseShanghaiDay(text);
  return day.ok && day.value === text ? formatDay(day.value) : text;
}

function displayMonth(text: string): string {
  const month = parseShanghaiMonth(text);
  return month.ok && month.value === text ? `${Number(text.slice(0, 4))}年${Number(text.slice(5))}月` : text;
}

function displayMoney(text: string, unit = '元'): string {
  const fen = fenOfAnswer(text);
  if (fen === null || formatYuan(fen) !== text) return text;
  return unit === '元' ? formatMoney(fen) : `${text.replace(/\.00$/, '')} ${unit}`;
}
