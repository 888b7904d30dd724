import { z } from 'zod';
import { parseNumber } from '@/lib/kernel/numbers';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { parseShanghaiDay } from '@/lib/kernel/shanghai-day';
import { parseUscc } from '@/lib/kernel/uscc';
import { PAPER_VERSION_MAX } from './paper-code';

/** One printed value: no control characters and no blanks at its ends, since neither could be seen on paper. */
const printed = (charactersMax: number) =>
  z
    .string()
    .refine((text) => [...text].length <= charactersMax)
    .refine((text) => text !== '' && text.trim() === text && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text));

const shanghaiDay = z.custom<ShanghaiDay>((value) => {
  const parsed = typeof value === 'string' && parseShanghaiDay(value);
  return parsed && parsed.ok && parsed.value === value;
});

const uscc = z.string().refine((text) => {
  const parsed = parseUscc(text);
  return parsed.ok && parsed.value === text;
});

const organisation = printed(80);
const person = printed(50);
const address = printed(120);

/** The enterprise as every paper names it. */
const partySchema = z.strictObject({ name: organisation, uscc });

const enterpriseSchema = z.strictObject({
  ...partySchema.shape,
  type: printed(60),
  establishedOn: shanghaiDay,
  /** In words: 1,000 万元人民币 (`capitalWords`). */
  registeredCapital: printed(40),
  registeredAddress: address,
  officeAddress: address,
  industry: printed(40),
  scale: printed(10),
  legalRepresentative: person,
  /** Type of document in words, and the number as screens show it: 居民身份证 320***********1234. */
  legalRepresentativeId: printed(60),
  telephone: printed(30),
  postcode: printed(10),
});

const administratorSchema = z.strictObject({
  name: person,
  /** 居民身份证 */
  idType: printed(30),
  /** As `maskIdNumber` answers it; the whole number never stands on these papers. */
  maskedIdNumber: printed(30),
  mobile: printed(20),
  email: printed(100),
  department: printed(30),
  position: printed(30),
  authorisedFrom: shanghaiDay,
  authorisedTo: shanghaiDay,
});

/** What is to be printed, as the caller knows it: a discriminated union over `kind`. */
export const paperContentSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('administrator-filing'),
    enterprise: partySchema,
    administrator: administratorSchema,
  }),
  z.strictObject({
    kind: z.literal('enterprise-registration'),
    enterprise: enterpriseSchema,
    administrator: administratorSchema.pick({ name: true, mobile: true }),
  }),
  z.strictObject({
    kind: z.literal('use-agreement'),
    enterprise: partySchema,
    administrator: administratorSchema.pick({ name: true, idType: true, maskedIdNumber: true, mobile: true }),
  }),
  z.strictObject({
    kind: z.literal('authorisation-letter'),
    enterprise: partySchema.extend({ legalRepresentative: person }),
    administrator: administratorSchema,
    /** Who was administrator until now, where the letter changes it (管理员变更). */
    formerAdministrator: person.nullable(),
  }),
]);

export type PaperContent = z.infer<typeof paperContentSchema>;
export type PaperContentOf<K extends PaperContent['kind']> = Extract<PaperContent, { kind: K }>;

/** The agreement's text, which the operator keeps under its own version. */
export const agreementSchema = z.strictObject({
  /** 2026-1 */
  version: printed(20),
  paragraphs: z.array(printed(600)).min(1).max(40),
});
export type Agreement = z.infer<typeof agreementSchema>;

/** Everything that stands on a paper, frozen when it is issued. */
export const paperModelSchema = z.strictObject({
  number: z.string().refine((text) => {
    const parsed = parseNumber('ZC', text);
    return parsed.ok && parsed.value === text;
  }),
  version: z.int().min(1).max(PAPER_VERSION_MAX),
  issuedOn: shanghaiDay,
  content: paperContentSchema,
  /** With `use-agreement`, and with it alone. */
  agreement: agreementSchema.nullable(),
});
export type PaperModel = z.infer<typeof paperModelSchema>;
