import type { CommonRefusal, Explanations } from '@/lib/access/refusals';

export type ExportRefusal = CommonRefusal | { readonly code: 'too-many-exports'; readonly waitSeconds: number };

export const explainExport: Explanations<Exclude<ExportRefusal, CommonRefusal>> = {
  'too-many-exports': ({ waitSeconds }) => ({
    title: '导出次数较多',
    why: '为保护个人信息，每人每小时可以导出 20 次。',
    next: [{ label: `请在 ${Math.ceil(waitSeconds / 60)} 分钟后再试` }],
  }),
};
