/** The papers that the system fills in, to be printed, stamped and uploaded. */
export const PAPER_KINDS = [
  'administrator-filing',
  'enterprise-registration',
  'use-agreement',
  'authorisation-letter',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const PAPER_TITLES: Readonly<Record<PaperKind, string>> = {
  'administrator-filing': '管理员备案信息',
  'enterprise-registration': '企业注册信息表',
  'use-agreement': '用户实名注册及使用协议',
  'authorisation-letter': '授权委托书',
};

/** What a paper belongs to; each kind says who may read its papers in `paper-readers.ts`. */
export type PaperSubjectKind = 'registration' | 'changeRequest';
export type PaperSubject = { readonly subjectKind: PaperSubjectKind; readonly subjectId: string };

export function isPaperKind(kind: string): kind is PaperKind {
  return PAPER_KINDS.some((known) => known === kind);
}
