import type { Explanations } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';
import { DEFAULT_CA_WINDOW, windowLine, type CaWindow } from './ca-window';

/** The part of the check that failed, for the doctor's page; what exactly was wrong stands in the log only. */
export const CA_STEPS = [
  'challenge',
  'certificate',
  'chain',
  'dates',
  'usage',
  'revocation',
  'signature',
  'fields',
] as const;
export type CaStep = (typeof CA_STEPS)[number];

/** `reference` is what the clerk reads to support, who finds the internal reason by it; `window` replaces the default. */
type Told = { readonly step: CaStep; readonly reference: string; readonly window?: CaWindow };

/** What a key's answer can be refused with. */
export type CaRefusal =
  | ({ readonly code: 'certificate-invalid' } & Told)
  /** The challenge was answered too late, twice, or from another browser: the same words as above. */
  | ({ readonly code: 'challenge-late' } & Told)
  | ({ readonly code: 'cannot-verify-now' } & Told)
  | ({ readonly code: 'no-uscc' } & Told)
  | { readonly code: 'ca-busy'; readonly waitSeconds: number };

/** Refusals about a proof that was taken before. */
export type CaProofRefusal = { readonly code: 'proof-missing' };

/** What is refused once a key has proven the enterprise. What only the browser sees stands in ca-states.ts. */
export type CaSequelRefusal =
  { readonly code: 'not-in-register'; readonly window?: CaWindow } | { readonly code: 'already-registered' };

const toWindow = (window: CaWindow = DEFAULT_CA_WINDOW) => ({ label: `携带 CA 前往${windowLine(window)}` });
const tell = (reference: string) => `如需咨询，请报编号 ${reference}。`;
const DOCTOR = { label: '逐项检查 CA', href: '/ca-doctor' };

const invalid = ({ reference, window }: Told) => ({
  title: '无效的CA证书',
  why: `该 CA 未通过核验：证书可能已过期、已吊销，或不是企业证书。${tell(reference)}`,
  next: [{ label: '确认插入的是企业 CA，再试一次' }, DOCTOR, toWindow(window)],
});

export const explainCa: Explanations<CaRefusal> = {
  'certificate-invalid': invalid,
  'challenge-late': invalid,
  'cannot-verify-now': ({ reference }) => ({
    title: '暂时无法核验',
    why: `证书吊销名单暂时取不到，您的 CA 没有问题。${tell(reference)}`,
    next: [{ label: '请过几分钟再试，已填写的内容都在' }, { label: '联系技术支持', href: paths.help() }],
  }),
  'no-uscc': ({ reference, window }) => ({
    title: '无法自动匹配出统一社会信用代码',
    why: `CA 中的统一社会信用代码没有更新，不影响报税。${tell(reference)}`,
    next: [toWindow(window), { label: '更新后回到本页继续办理' }],
  }),
  'ca-busy': ({ waitSeconds }) => ({
    title: '操作过于频繁',
    why: `请在 ${Math.max(1, Math.ceil(waitSeconds / 60))} 分钟后再验证。`,
    next: [DOCTOR],
  }),
};

export const explainCaProof: Explanations<CaProofRefusal> = {
  'proof-missing': () => ({
    title: '请重新验证CA',
    why: '上次验证已超过 30 分钟、已经用过，或不是在本浏览器完成的。',
    next: [{ label: '插入 CA 后重新验证，已填写的内容都在' }],
  }),
};

export const explainCaSequel: Explanations<CaSequelRefusal> = {
  'not-in-register': ({ window }) => ({
    title: '无法匹配法人库',
    why: 'CA 中的企业名称或统一社会信用代码与法人库不一致。',
    next: [toWindow(window), { label: '近期更名的，请先办理企业信息变更' }],
  }),
  'already-registered': () => ({
    title: '该企业已注册',
    why: '本企业已经开通账号，无需再次注册。',
    next: [
      { label: '直接登录', href: paths.login() },
      { label: '忘记密码', href: '/forgot-password' },
      { label: '联系技术支持', href: paths.help() },
    ],
  }),
};
