import type { IdFault, IdType } from '@/lib/kernel/id-documents';

export const ID_TYPE_LABELS: Readonly<Record<IdType, string>> = {
  RESIDENT_ID: '居民身份证',
  PASSPORT: '护照',
  HK_MACAO_PERMIT: '港澳居民来往内地通行证',
  TAIWAN_PERMIT: '台湾居民来往大陆通行证',
  HMT_RESIDENCE: '港澳台居民居住证',
  FOREIGN_PR: '外国人永久居留身份证',
};

const PATTERNS: Readonly<Record<IdType, string>> = {
  RESIDENT_ID: '居民身份证号码为 18 位。',
  PASSPORT: '护照号码为 5 至 12 位字母和数字，请照护照资料页填写。',
  HK_MACAO_PERMIT: '通行证号码以 H 或 M 开头，后接 8 位数字，请照证件填写。',
  TAIWAN_PERMIT: '通行证号码为 8 位数字，请照证件填写。',
  HMT_RESIDENCE: '居住证号码为 18 位，以 81、82 或 83 开头，请照证件填写。',
  FOREIGN_PR: '证件号码为 15 位，或以 9 开头的 18 位，请照证件填写。',
};

const FAULTS: Readonly<Record<Exclude<IdFault, 'format'>, (type: IdType) => string>> = {
  length: (type) => `${ID_TYPE_LABELS[type]}号码应为 18 位，请核对是否多填或漏填。`,
  digits: () => '前 17 位应为数字，末位为数字或 X，请核对证件。',
  region: (type) => (type === 'RESIDENT_ID' ? '前 6 位不是有效的行政区划代码，请核对证件。' : PATTERNS[type]),
  'birth-date': () => '第 7 至 14 位不是有效的出生日期，请核对证件。',
  future: () => '第 7 至 14 位的出生日期晚于今天，请核对证件。',
  'check-character': () => '末位校验码与前 17 位不符，请逐位核对证件。',
};

/** What is wrong with an ID number and how to mend it. */
export function idComplaint(type: IdType, fault: IdFault): string {
  return fault === 'format' ? PATTERNS[type] : FAULTS[fault](type);
}
