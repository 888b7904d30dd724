import { z } from 'zod';
import type { CaProvider } from './ca-provider';

const oid = z.string().regex(/^[0-2](\.(0|[1-9]\d{0,15})){1,19}$/, '请按 1.2.156.… 的形式填写');
/** Literal texts, never patterns: a pattern that an administrator types could hang the server. */
const literal = z.string().min(1, '不能为空').max(30, '不超过 30 个字符');

const sourceSchema = z.strictObject({
  /** An extension of the certificate, or an attribute of its subject, which CAs use freely. */
  place: z.enum(['extension', 'subject']),
  oid,
  label: z.string().min(1, '请写明含义').max(40, '不超过 40 个字'),
  isOn: z.boolean(),
  /** Taken off the front of the value before it is read, the longest that fits. */
  prefixes: z.array(literal).max(6, '最多 6 个'),
});

export const fieldTableSchema = z
  .strictObject({
    /** Where the 统一社会信用代码 may stand; the first good one wins, all present ones must agree. */
    sources: z.array(sourceSchema).min(1, '至少保留一个来源').max(20),
    /** Extensions that make a certificate a person's. */
    personal: z.array(oid).min(1).max(10),
    /** Extensions that carry a business registration number, which is no USCC. */
    registration: z.array(oid).max(10),
    /** The name is O, else CN; everything from the first of these texts on is cut off the CN. */
    nameCuts: z.array(literal).max(6, '最多 6 个'),
  })
  .refine(({ sources }) => sources.some(({ isOn }) => isOn), { message: '至少启用一个来源', path: ['sources'] })
  .refine(({ sources }) => new Set(sources.map((one) => `${one.place} ${one.oid}`)).size === sources.length, {
    message: '同一来源只能出现一次',
    path: ['sources'],
  });

export type FieldTable = z.infer<typeof fieldTableSchema>;
export type FieldSource = FieldTable['sources'][number];

const GM = '1.2.156.10260.4.1';
const RSA_ERA = '1.2.86.11.7';

function source(place: FieldSource['place'], id: string, label: string, prefixes: string[] = [], isOn = true) {
  return { place, oid: id, label, isOn, prefixes };
}

const SOURCES: FieldSource[] = [
  source('extension', `${GM}.4`, '组织机构代码／统一社会信用代码（SM2 证书）'),
  source('extension', `${RSA_ERA}.4`, '统一社会信用代码（RSA 证书）'),
  source('extension', `${RSA_ERA}.1.8`, '单位唯一标识（一证通）', ['1@5009SF0', 'SF']),
  source('extension', '1.2.156.1.8888.148', '单位唯一标识', ['1@5009SF0', 'SF']),
  source('extension', `${GM}.5`, '纳税人识别号（SM2 证书）'),
  source('extension', `${RSA_ERA}.5`, '纳税人识别号（RSA 证书）'),
  source('extension', '1.2.156.10260.4.4', '统一社会信用代码（GM/T 0015-2023）'),
  source('subject', '2.5.4.5', '主题：序列号', ['SF']),
  source('subject', '2.5.4.11', '主题：部门'),
  source('subject', '2.5.4.97', '主题：机构标识', ['VATCN-', 'NTRCN-']),
];

const COMMON: FieldTable = {
  sources: SOURCES,
  personal: [`${GM}.1`, `${RSA_ERA}.1`],
  registration: [`${GM}.3`, `${RSA_ERA}.3`],
  nameCuts: ['@'],
};

/** What holds until an administrator changes it. No public profile of either CA exists; both begin alike. */
export const DEFAULT_FIELDS: Readonly<Record<CaProvider, FieldTable>> = {
  JIANGSU: COMMON,
  SUZHOU: { ...COMMON, nameCuts: ['@', '_'] },
};

/** The stored table, or the default where none is stored or it no longer holds. */
export function fieldTableOf(provider: CaProvider, stored: unknown): FieldTable {
  const read = fieldTableSchema.safeParse(stored);
  return read.success ? read.data : DEFAULT_FIELDS[provider];
}
