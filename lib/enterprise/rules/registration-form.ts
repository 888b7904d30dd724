import type { FieldConfig, SectionConfig } from '@/lib/programme/rules/config';

/**
 * What 成为新用户 asks for, as the forms engine reads it. Name and USCC are not among the fields: they come from the
 * certificate. Field ids of the enterprise are the keys of its profile wherever a programme prefills from them.
 */

/** The twenty sections of GB/T 4754, by the names that enterprises know from their annual report. */
const INDUSTRIES = [
  '农、林、牧、渔业',
  '采矿业',
  '制造业',
  '电力、热力、燃气及水生产和供应业',
  '建筑业',
  '批发和零售业',
  '交通运输、仓储和邮政业',
  '住宿和餐饮业',
  '信息传输、软件和信息技术服务业',
  '金融业',
  '房地产业',
  '租赁和商务服务业',
  '科学研究和技术服务业',
  '水利、环境和公共设施管理业',
  '居民服务、修理和其他服务业',
  '教育',
  '卫生和社会工作',
  '文化、体育和娱乐业',
  '公共管理、社会保障和社会组织',
  '国际组织',
];
const SCALES = ['大型', '中型', '小型', '微型'];

/** ISO 4217 code and the word that stands behind the amount on a licence. */
export const CURRENCIES: readonly (readonly [code: string, word: string])[] = [
  ['CNY', '人民币'],
  ['USD', '美元'],
  ['EUR', '欧元'],
  ['HKD', '港元'],
  ['JPY', '日元'],
  ['SGD', '新加坡元'],
];

const listed = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));

export const ENTERPRISE_SECTION: SectionConfig = {
  id: 'enterprise',
  title: '企业注册信息',
  hint: '照营业执照填写。名称和统一社会信用代码已从证书读出。',
  fields: [
    { id: 'type', label: '企业类型', type: 'text', maxLength: 60, hint: '照营业执照“类型”一栏' },
    { id: 'establishedOn', label: '成立日期', type: 'day', notFuture: true },
    {
      id: 'registeredCapital',
      label: '注册资本',
      type: 'money',
      unit: '万元',
      minimum: 0.01,
      hint: '单位为万元，如 1000',
    },
    {
      id: 'currency',
      label: '币种',
      type: 'choice',
      beside: true,
      options: CURRENCIES.map(([value, label]) => ({ value, label })),
    },
    {
      id: 'registeredAddress',
      label: '注册地址',
      type: 'text',
      minLength: 6,
      maxLength: 120,
      hint: '照营业执照“住所”一栏',
    },
    {
      id: 'officeAddress',
      label: '办公地址',
      type: 'text',
      minLength: 6,
      maxLength: 120,
      hint: '实际办公的地址，写到门牌和房间',
    },
    { id: 'industry', label: '所属行业', type: 'choice', options: listed(INDUSTRIES) },
    { id: 'scale', label: '企业规模', type: 'choice', beside: true, options: listed(SCALES) },
    { id: 'legalRepresentative', label: '法定代表人', type: 'personName' },
    { id: 'legalRepresentativeIdType', label: '法定代表人证件类型', type: 'idType' },
    { id: 'legalRepresentativeIdNumber', label: '法定代表人证件号码', type: 'idNumber', sealed: true, beside: true },
    { id: 'telephone', label: '单位电话', type: 'telephone', hint: '带区号，如 0512-66680000' },
    { id: 'postcode', label: '邮政编码', type: 'postcode', beside: true, hint: '6 位数字，如 215000' },
  ],
};

export const ADMINISTRATOR_SECTION: SectionConfig = {
  id: 'administrator',
  title: '管理员授权委托信息',
  hint: '管理员是本单位在平台上的负责人，账号和密码发到管理员的手机。',
  fields: [
    { id: 'administratorName', label: '管理员姓名', type: 'personName' },
    { id: 'administratorIdType', label: '证件类型', type: 'idType' },
    { id: 'administratorIdNumber', label: '证件号码', type: 'idNumber', sealed: true, beside: true },
    {
      id: 'administratorMobile',
      label: '手机号码',
      type: 'mobile',
      sealed: true,
      hint: '验证码和账号密码发到这个号码',
    },
    {
      id: 'administratorEmail',
      label: '电子邮箱',
      type: 'email',
      sealed: true,
      beside: true,
      hint: '如 name@example.com',
    },
    { id: 'administratorDepartment', label: '部门', type: 'text', maxLength: 30 },
    { id: 'administratorPosition', label: '职务', type: 'text', maxLength: 30, beside: true },
    { id: 'authorisedFrom', label: '授权开始日期', type: 'day' },
    { id: 'authorisedTo', label: '授权结束日期', type: 'day', beside: true, hint: '从开始日期起不超过五年' },
  ],
};

export const REGISTRATION_SECTIONS: readonly SectionConfig[] = [ENTERPRISE_SECTION, ADMINISTRATOR_SECTION];

export function registrationField(fieldId: string): FieldConfig | undefined {
  return REGISTRATION_SECTIONS.flatMap((section) => section.fields).find(({ id }) => id === fieldId);
}

/** The section that a field belongs to; its ID type is looked for among these fields only. */
export function sectionOf(fieldId: string): SectionConfig | undefined {
  return REGISTRATION_SECTIONS.find(({ fields }) => fields.some(({ id }) => id === fieldId));
}

export type RegistrationPaperKind =
  | 'business-licence'
  | 'administrator-id-front'
  | 'administrator-id-back'
  | 'administrator-filing'
  | 'enterprise-registration'
  | 'use-agreement';

export type RegistrationPaperRule = {
  readonly kind: RegistrationPaperKind;
  readonly label: string;
  /** What is wanted, said before anything is chosen. */
  readonly hint: string;
  /** Printed from the system, stamped and uploaded. */
  readonly isPrinted: boolean;
};

/** The five papers of the manual in its order; both sides of the ID are two pictures. */
export const REGISTRATION_PAPERS: readonly RegistrationPaperRule[] = [
  { kind: 'business-licence', label: '企业营业执照', hint: '复印件加盖公章，四角都在画面内', isPrinted: false },
  {
    kind: 'administrator-id-front',
    label: '管理员证件正面',
    hint: '身份证人像面，复印件加盖公章；护照拍资料页',
    isPrinted: false,
  },
  {
    kind: 'administrator-id-back',
    label: '管理员证件反面',
    hint: '身份证国徽面，复印件加盖公章；护照拍有效签证页',
    isPrinted: false,
  },
  { kind: 'administrator-filing', label: '管理员备案信息', hint: '下载打印，加盖公章后上传', isPrinted: true },
  { kind: 'enterprise-registration', label: '企业注册信息表', hint: '下载打印，加盖公章后上传', isPrinted: true },
  { kind: 'use-agreement', label: '用户实名注册及使用协议', hint: '下载打印，加盖公章后上传', isPrinted: true },
];

export function isRegistrationPaper(kind: string): kind is RegistrationPaperKind {
  return REGISTRATION_PAPERS.some((paper) => paper.kind === kind);
}
