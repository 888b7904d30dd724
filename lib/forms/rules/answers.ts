import type { CategoryConfig, FieldConfig, FieldType } from '@/lib/programme/rules/config';
import { parseEmail } from '@/lib/kernel/email';
import { parseIdDocument } from '@/lib/kernel/id-documents';
import { normaliseCode } from '@/lib/kernel/normalise-text';
import { parsePersonalName } from '@/lib/kernel/personal-name';
import { parseMobile, parseTelephone } from '@/lib/kernel/phone';
import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { parseUscc } from '@/lib/kernel/uscc';
import { readDay, readMonth } from './answer-days';
import { readMoney, readNumber } from './answer-figures';
import { isIdType, optionsOf } from './choices';
import { idComplaint } from './id-complaints';

/** What a field cannot know by itself: today in China, the programme's categories, the ID type beside a number. */
export type AnswerContext = {
  readonly today: ShanghaiDay;
  readonly categories?: readonly CategoryConfig[];
  readonly idType?: string;
};

type Reader = (text: string, field: FieldConfig, context: AnswerContext) => Result<string, string>;

const LONGEST: Partial<Record<FieldType, number>> = { text: 100, longText: 1000 };
/** Nothing that is saved, right or wrong, is longer than this many characters. */
const LONGEST_KEPT = 2000;
const LONGEST_CODE = 40;

const READERS: Readonly<Record<FieldType, Reader>> = {
  text: (text, field) => readText(text.replace(/\s+/g, ' '), field),
  longText: (text, field) => readText(text.replace(/[^\S\n]+/g, ' '), field),
  choice: readChoice,
  category: readChoice,
  idType: readChoice,
  yesNo: readChoice,
  day: (text, field, context) => readDay(text, field, context.today),
  month: (text, field, context) => readMonth(text, field, context.today),
  money: (text, field) => readMoney(text, field),
  number: (text, field) => readNumber(text, field),
  mobile: (text) => orSay(parseMobile(text), '手机号码应为 1 开头的 11 位数字，请核对。'),
  telephone: (text) => orSay(parseTelephone(text), '请填写带区号的电话，如 0512-66680000，或 11 位手机号码。'),
  email: (text) => orSay(parseEmail(text), '邮箱格式不完整，应如 name@example.com。'),
  postcode: (text) => readPattern(text, /^\d{6}$/, '邮政编码为 6 位数字，请核对。'),
  personName: readName,
  idNumber: readIdNumber,
  uscc: (text) => orSay(parseUscc(text), '统一社会信用代码应为 18 位且校验码相符，请照营业执照填写。'),
};

/**
 * Brings what was typed or pasted into one field into its one stored form. Refuses with what is wrong and how to mend
 * it, in Chinese. Empty is always right: completeness is never asked for on saving (see `complaintsOf`).
 * Idempotent: the answer, read again, is the same answer.
 */
export function normaliseAnswer(field: FieldConfig, text: string, context: AnswerContext): Result<string, string> {
  const plain = withoutInvisible(text).trim();
  return plain === '' ? ok('') : READERS[field.type](plain, field, context);
}

/** What is kept of a text whether right or wrong, so that nothing typed is lost: the stored form, else the text. */
export function keptAnswer(field: FieldConfig, text: string, context: AnswerContext): string {
  const read = normaliseAnswer(field, text, context);
  return read.ok ? read.value : [...withoutInvisible(text).trim()].slice(0, LONGEST_KEPT).join('');
}

/** NFC, one kind of line end; no control, zero-width or half characters, which paste brings and JSON columns refuse. */
function withoutInvisible(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]|[\p{Cs}\u00ad\u200b-\u200f\u2060\ufeff]/gu, '');
}

function readText(text: string, field: FieldConfig): Result<string, string> {
  const { length } = [...text];
  const longest = field.maxLength ?? LONGEST[field.type] ?? LONGEST_KEPT;
  if (length > longest) return refuse(`最多 ${longest} 个字，现有 ${length} 个字，请精简。`);
  const shortest = field.minLength ?? 1;
  return length < shortest ? refuse(`至少 ${shortest} 个字，现有 ${length} 个字，请补充。`) : ok(text);
}

function readChoice(text: string, field: FieldConfig, context: AnswerContext): Result<string, string> {
  const option = optionsOf(field, context.categories).find(({ value, label }) => value === text || label === text);
  return option ? ok(option.value) : refuse('所填内容不在选项之中，请从列表中选择。');
}

function readName(text: string): Result<string, string> {
  const name = parsePersonalName(text);
  if (name.ok) return name;
  if (name.refusal === 'too-short') return refuse('姓名至少 2 个字，请填写证件上的全名。');
  if (name.refusal === 'too-long') return refuse('姓名最多 50 个字，请照证件填写。');
  return refuse('姓名只能有汉字、字母、空格和间隔号“·”，请照证件填写。');
}

function readIdNumber(text: string, _field: FieldConfig, { idType, today }: AnswerContext): Result<string, string> {
  // Without a type it cannot be judged; it is read again once one is chosen.
  if (!isIdType(idType)) return [...text].length <= LONGEST_CODE ? ok(text) : refuse('证件号码过长，请照证件填写。');
  const read = parseIdDocument(idType, text, today);
  return read.ok ? ok(read.value.number) : refuse(idComplaint(idType, read.refusal));
}

function readPattern(text: string, pattern: RegExp, complaint: string): Result<string, string> {
  const code = normaliseCode(text);
  return pattern.test(code) ? ok(code) : refuse(complaint);
}

function orSay(read: Result<string, unknown>, complaint: string): Result<string, string> {
  return read.ok ? read : refuse(complaint);
}
