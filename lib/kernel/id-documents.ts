import { normaliseCode } from './normalise-text';
import type { Gender, ResidentIdFault } from './resident-id';
import { parsePersonNumber, parseResidentId } from './resident-id';
import type { Result } from './result';
import { ok, refuse } from './result';
import type { ShanghaiDay } from './shanghai-day';

/** In the order in which a form offers them. */
export const ID_TYPES = [
  'RESIDENT_ID',
  'PASSPORT',
  'HK_MACAO_PERMIT',
  'TAIWAN_PERMIT',
  'HMT_RESIDENCE',
  'FOREIGN_PR',
] as const;

/** 居民身份证, 护照, 港澳居民来往内地通行证, 台湾居民来往大陆通行证, 港澳台居民居住证, 外国人永久居留身份证. */
export type IdType = (typeof ID_TYPES)[number];

/** `birthDate` and `gender` are there when the number carries them. */
export type IdDocument = {
  readonly type: IdType;
  readonly number: string;
  readonly birthDate?: ShanghaiDay;
  readonly gender?: Gender;
};

/** `format`: not the pattern of this type. The others as for a resident ID; `region` also for a wrong first digit. */
export type IdFault = ResidentIdFault | 'format';

type Reader = (text: string, today: ShanghaiDay) => Result<Omit<IdDocument, 'type'>, IdFault>;

const READERS: Record<IdType, Reader> = {
  RESIDENT_ID: (text, today) => withoutRegion(parseResidentId(text, today)),
  PASSPORT: (text) => readPattern(text, /^(?=.*\d)([A-Z0-9]{5,12})$/),
  // The first nine stay with the person for life; cards of before 2013 add two digits that count the issues.
  HK_MACAO_PERMIT: (text) => readPattern(text, /^([HM]\d{8})(?:\d{2})?$/),
  // Likewise eight digits for life; booklets of before 2015 add two and a letter in brackets.
  TAIWAN_PERMIT: (text) => readPattern(text, /^(\d{8})(?:\d{2}(?:\(?[A-Z]\)?)?)?$/),
  HMT_RESIDENCE: (text, today) => withoutRegion(parsePersonNumber(text, today, (region) => /^8[123]/.test(region))),
  FOREIGN_PR: readForeignPermanentResidence,
};

/**
 * Reads the number of an identity document into its one canonical form, so that the same person is found again.
 * Full width, spaces and lower case are forgiven; issue counters of old 通行证 are dropped.
 */
export function parseIdDocument(type: IdType, text: string, today: ShanghaiDay): Result<IdDocument, IdFault> {
  const read = READERS[type](text, today);
  return read.ok ? ok({ type, ...read.value }) : read;
}

function readPattern(text: string, pattern: RegExp): ReturnType<Reader> {
  const number = pattern.exec(normaliseCode(text))?.[1];
  return number ? ok({ number }) : refuse('format');
}

/** Cards of before 2023: nationality in three letters and twelve digits. Since then 18 digits beginning with 9. */
function readForeignPermanentResidence(text: string, today: ShanghaiDay): ReturnType<Reader> {
  const { length } = normaliseCode(text);
  if (length === 15) return readPattern(text, /^([A-Z]{3}\d{12})$/);
  return withoutRegion(parsePersonNumber(text, today, (region) => region.startsWith('9')));
}

function withoutRegion(read: ReturnType<typeof parseResidentId>): ReturnType<Reader> {
  if (!read.ok) return read;
  const { number, birthDate, gender } = read.value;
  return ok({ number, birthDate, gender });
}
