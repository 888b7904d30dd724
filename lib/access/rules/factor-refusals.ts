import type { Explanations } from '../refusals';
import { inWords } from './time-words';

export type FactorRefusal =
  /** No code of now, or one that was used. */
  { readonly code: 'factor-wrong' } | { readonly code: 'too-many-tries'; readonly waitSeconds: number };

export type ProveRefusal = FactorRefusal | { readonly code: 'current-wrong' } | { readonly code: 'busy' };

const NOT_PROVED = '尚未通过验证';

export const explainFactor: Explanations<FactorRefusal> = {
  'factor-wrong': () => ({
    title: NOT_PROVED,
    why: '动态口令不正确，或已经用过。',
    next: [],
    fields: { code: '请等手机上换成下一组数字再填。' },
  }),
  'too-many-tries': ({ waitSeconds }) => ({
    title: '尝试次数过多',
    why: `请在 ${inWords(waitSeconds)}后再试。`,
    next: [{ label: '手机不在身边的，可使用恢复码' }],
  }),
};

export const explainProve: Explanations<ProveRefusal> = {
  ...explainFactor,
  'current-wrong': () => ({
    title: NOT_PROVED,
    why: '密码不正确。',
    next: [],
    fields: { current: '密码不正确，请重新填写。' },
  }),
  busy: () => ({ title: NOT_PROVED, why: '此刻办理的人较多，请稍等片刻再试。', next: [] }),
};
