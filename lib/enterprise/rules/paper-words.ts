import type { PaperKind } from './paper-kinds';

/** The form's own words beside its values: how its title is set, who stamps, who signs, what is declared. */
export type PaperWords = {
  /** Size of the title's type and the width it is spread over, in mm. */
  readonly title: { readonly size: number; readonly width: number };
  /** Above the seal zone. */
  readonly seal: string;
  /** Lines to be signed beside it, from above. */
  readonly signatures: readonly string[];
  /** Below the table: what the seal stands for. */
  readonly declaration: string;
};

export const PAPER_WORDS: Readonly<Record<PaperKind, PaperWords>> = {
  'administrator-filing': {
    title: { size: 8, width: 78 },
    seal: '单位（盖章）',
    signatures: ['管理员签字', '填表日期'],
    declaration:
      '本单位确认以上信息属实。上列管理员由本单位授权，负责本单位在苏州工业园区一网通办的账号管理；管理员变动时，本单位及时办理变更。',
  },
  'enterprise-registration': {
    title: { size: 8, width: 78 },
    seal: '单位（盖章）',
    signatures: ['法定代表人', '填表日期'],
    declaration: '本单位确认以上信息与营业执照一致、真实有效，变动时及时办理变更。',
  },
  'use-agreement': {
    title: { size: 6.9, width: 86 },
    seal: '乙方（盖章）',
    signatures: ['乙方代表', '签署日期'],
    declaration: '',
  },
  'authorisation-letter': {
    title: { size: 9, width: 66 },
    seal: '委托单位（盖章）',
    signatures: ['法定代表人', '被授权人', '签署日期'],
    declaration:
      '兹授权上列人员为本单位在苏州工业园区一网通办的企业管理员，在授权期限内办理上列事项。被授权人在平台上的操作，本单位予以承认并承担相应责任；授权提前终止的，本单位及时办理变更。',
  },
};

export const PAPER_NOTES: readonly string[] = [
  '1　先核对以上内容；内容有变动的，本页作废，请在系统中修改后重新打印。',
  '2　在“盖章”框内加盖单位公章，印章不压文字、二维码和四角标记。',
  '3　盖章后扫描或平放拍照，四角的黑色方块都在画面内，在原页面上传。',
];

export const ANNEX_NOTES: readonly string[] = ['本页是上列协议的续页，与首页一并使用，单独无效。'];
