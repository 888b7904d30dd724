import type { FieldConfig } from '@/lib/programme/rules/config';
import { ADMINISTRATOR_SECTION, ENTERPRISE_SECTION } from './registration-form';

export type ChangeKind = 'ADMINISTRATOR' | 'ENTERPRISE_INFO' | 'PASSWORD_RESET';
export const ONLINE_KINDS = ['ADMINISTRATOR', 'ENTERPRISE_INFO'] as const;

export const CHANGE_KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  ADMINISTRATOR: '管理员变更',
  ENTERPRISE_INFO: '企业信息变更',
  PASSWORD_RESET: '密码重置',
};

/** Registered fields that a request may change, as text: what stands in a profile is read, whatever list it came from. */
const asText = (id: string): FieldConfig => {
  const field = ENTERPRISE_SECTION.fields.find((one) => one.id === id);
  if (!field) throw new Error(`no registered field ${id}`);
  const { type, options: _options, beside: _beside, ...rest } = field;
  return { ...rest, type: type === 'choice' ? 'text' : type, maxLength: field.maxLength ?? 60 };
};

const INFORMATION_FIELDS: readonly FieldConfig[] = [
  { id: 'name', label: '企业名称', type: 'text', minLength: 4, maxLength: 80, hint: '照新营业执照“名称”一栏' },
  asText('type'),
  asText('legalRepresentative'),
  { id: 'registeredCapital', label: '注册资本', type: 'text', maxLength: 40, hint: '照营业执照，如 1,000 万元人民币' },
  asText('registeredAddress'),
  asText('officeAddress'),
  asText('industry'),
  asText('scale'),
  asText('telephone'),
  asText('postcode'),
];

export const CHANGE_FIELDS: Readonly<Record<ChangeKind, readonly FieldConfig[]>> = {
  ADMINISTRATOR: ADMINISTRATOR_SECTION.fields.map(({ beside: _beside, ...field }) => field),
  ENTERPRISE_INFO: INFORMATION_FIELDS,
  PASSWORD_RESET: [],
};

export const SEALED_CHANGE_FIELDS = ['administratorIdNumber', 'administratorMobile', 'administratorEmail'] as const;
export type SealedChangeField = (typeof SEALED_CHANGE_FIELDS)[number];

export type ChangePaperKind =
  'authorisation-letter' | 'administrator-id-front' | 'administrator-id-back' | 'business-licence' | 'change-statement';

export type ChangePaperRule = {
  readonly kind: ChangePaperKind;
  readonly label: string;
  readonly hint: string;
  /** Printed from the system, stamped and uploaded. */
  readonly isPrinted: boolean;
};

/** The papers of the manual, Q4 and Q5. */
export const CHANGE_PAPERS: Readonly<Record<ChangeKind, readonly ChangePaperRule[]>> = {
  ADMINISTRATOR: [
    { kind: 'authorisation-letter', label: '授权委托书', hint: '保存内容后下载打印，加盖公章再上传', isPrinted: true },
    { kind: 'administrator-id-front', label: '新管理员证件正面', hint: '人像面，复印件加盖公章', isPrinted: false },
    { kind: 'administrator-id-back', label: '新管理员证件反面', hint: '国徽面，复印件加盖公章', isPrinted: false },
  ],
  ENTERPRISE_INFO: [
    { kind: 'business-licence', label: '最新营业执照', hint: '扫描或拍照，四角都在画面内', isPrinted: false },
    { kind: 'change-statement', label: '工商变更说明', hint: '登记机关出具的变更登记通知或说明', isPrinted: false },
  ],
  PASSWORD_RESET: [],
};

export function changePaper(kind: ChangeKind, paper: string): ChangePaperRule | undefined {
  return CHANGE_PAPERS[kind].find((one) => one.kind === paper);
}

/** Whose password is to be set anew. */
export type ResetAccount = 'admin' | 'super';
export const RESET_ACCOUNT_WORDS: Readonly<Record<ResetAccount, string>> = {
  admin: '企业管理员 admin',
  super: '超级用户 super',
};
