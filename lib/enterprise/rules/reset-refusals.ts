import type { Explanations } from '@/lib/access/refusals';

export type ResetRefusal =
  | { readonly code: 'picture-code-wrong' }
  | { readonly code: 'picture-code-stale' }
  | { readonly code: 'puzzle-stale' }
  | { readonly code: 'too-many-tries'; readonly waitSeconds: number };

export const explainReset: Explanations<ResetRefusal> = {
  'picture-code-wrong': () => ({
    title: '尚未提交',
    why: '验证码与图片不一致。',
    next: [],
    fields: { pictureCode: '与图片不一致，请按新图片重新输入。' },
  }),
  'picture-code-stale': () => ({
    title: '尚未提交',
    why: '验证码已失效，每张图片只能用一次。',
    next: [],
    fields: { pictureCode: '图片已更换，请按新图片重新输入。' },
  }),
  'puzzle-stale': () => ({
    title: '尚未提交',
    why: '本机验证已失效，每次验证只能用一次，两分钟内有效。',
    next: [],
    fields: { pictureCode: '本机验证已失效，将自动重新验证，请再提交一次。' },
  }),
  'too-many-tries': ({ waitSeconds }) => ({
    title: '提交次数过多',
    why: `请在 ${Math.max(1, Math.ceil(waitSeconds / 60))} 分钟后再试。`,
    next: [{ label: '此前的请求如与登记一致，已在核对，不必重复提交' }],
  }),
};
