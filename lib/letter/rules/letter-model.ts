import { z } from 'zod';
import { parseNumber } from '@/lib/kernel/numbers';
import { parseShanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { LETTER_KINDS, LETTER_PREFIXES } from './letter-kinds';

const text = z.string();
const fen = z.number().int().safe();
const day = z.custom<ShanghaiDay>((value) => {
  const parsed = typeof value === 'string' && parseShanghaiDay(value);
  return parsed && parsed.ok && parsed.value === value;
});

/** A last day; `estimated` where the holidays of its year are not announced yet. */
const dueSchema = z.strictObject({ day, estimated: z.boolean() });

const receiptSchema = z.strictObject({
  kind: z.literal('receipt'),
  /** 2026年11月23日 10:00 */
  submittedAt: text,
  contact: z.strictObject({ name: text, maskedMobile: text }),
  entryWord: text,
  /** ID numbers as `maskIdNumber` answers them. */
  talents: z.array(z.strictObject({ name: text, maskedIdNumber: text, category: text })),
  papers: z.array(
    z.strictObject({
      label: text,
      fileName: text,
      /** Null where the file does not tell. */
      pages: z.number().int().positive().nullable(),
      sha256Head: text,
    }),
  ),
  /** What the office promises, in the order of the steps. */
  promises: z.array(z.strictObject({ step: text, workingDays: z.number().int().positive(), by: dueSchema.nullable() })),
});

const correctionSchema = z.strictObject({
  kind: z.literal('correction'),
  stage: text,
  comments: z.array(z.strictObject({ place: text, text })),
  deadline: dueSchema,
  workingDays: z.number().int().positive(),
});

const refusalSchema = z.strictObject({
  kind: z.literal('refusal'),
  reason: text,
  entryWord: text,
  talents: z.array(z.strictObject({ name: text, category: text, reason: text })),
  remedy: text,
  appeal: z.strictObject({ workingDays: z.number().int().positive(), by: dueSchema }).nullable(),
});

const resultSchema = z.strictObject({
  kind: z.literal('result'),
  entryWord: text,
  talents: z.array(
    z.strictObject({
      name: text,
      category: text,
      supported: z.boolean(),
      standardFen: fen,
      grantedFen: fen,
      /** Why not, or why less. */
      reason: text,
    }),
  ),
  /** Line by line, from the standards over the yearly cap to the total. */
  derivation: z.array(z.strictObject({ label: text, fen, strong: z.boolean() })),
  totalFen: fen,
  noticeWorkingDays: z.number().int().positive(),
});

export const letterContentSchema = z.discriminatedUnion('kind', [
  receiptSchema,
  correctionSchema,
  refusalSchema,
  resultSchema,
]);
export type LetterContent = z.infer<typeof letterContentSchema>;
export type LetterContentOf<K extends LetterContent['kind']> = Extract<LetterContent, { kind: K }>;

/** Everything that stands on a letter, frozen when it is issued. */
export const letterModelSchema = z
  .strictObject({
    number: text,
    issuedOn: day,
    /** The receiving office as the programme names it. */
    office: z.strictObject({ name: text, telephone: text, address: text }),
    programme: z.strictObject({ name: text, year: z.number().int() }),
    enterprise: z.strictObject({ name: text, uscc: text }),
    /** 受理编号 */
    caseNumber: text,
    submission: z.number().int().positive(),
    content: letterContentSchema,
  })
  .refine(({ number, content }) => {
    const parsed = parseNumber(LETTER_PREFIXES[content.kind], number);
    return LETTER_KINDS.includes(content.kind) && parsed.ok && parsed.value === number;
  });
export type LetterModel = z.infer<typeof letterModelSchema>;
