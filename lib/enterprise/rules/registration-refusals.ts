import type { Explanations, NextStep } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';
import type { Missing } from './registration-missing';

export type RegistrationRefusal =
  /** Nothing of this browser is being registered, or its seven days are over. */
  | { readonly code: 'no-registration' }
  | { readonly code: 'proof-too-old' }
  | { readonly code: 'registration-incomplete'; readonly missing: readonly Missing[] }
  | { readonly code: 'registration-failed'; readonly errorNumber: string }
  | { readonly code: 'registration-closed' }
  /** The legal-entity register does not answer. */
  | { readonly code: 'register-unavailable' };

const AGAIN: NextStep = { label: '插上 CA，重新认证', href: paths.registerCertificate() };

export const explainRegistration: Explanations<RegistrationRefusal> = {
  'no-registration': () => ({
    title: '没有找到正在办理的注册',
    why: '这台电脑上没有进行中的注册，或已超过七天。',
    next: [AGAIN],
  }),
  'proof-too-old': () => ({
    title: '请再认证一次',
    why: '证书认证 30 分钟内有效。填写的内容和上传的材料都在。',
    next: [AGAIN],
  }),
  'registration-incomplete': ({ missing }) => ({
    title: '注册信息不完整',
    why: `还差 ${missing.length} 项，补齐后再提交。`,
    next: missing.map(({ label, text, step, id }) => ({
      label: `${label}：${text}`,
      href: paths.register(step, id),
    })),
  }),
  'registration-failed': ({ errorNumber }) => ({
    title: '注册失败',
    why: `系统没有完成注册，错误编号 ${errorNumber}。填写的内容都在，30 分钟内不用重新认证。`,
    next: [{ label: '再试一次' }, { label: '请技术支持处理' }],
  }),
  'register-unavailable': () => ({
    title: '暂时无法核验',
    why: '法人库暂时没有响应，您的 CA 和填写的内容没有问题。',
    next: [{ label: '请过几分钟再试，内容都在' }],
  }),
  'registration-closed': () => ({
    title: '已经提交',
    why: '注册已提交，内容不能再改。',
    next: [{ label: '返回修改，或继续验证手机', href: paths.register('phone') }],
  }),
};
