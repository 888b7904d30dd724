import type { Explanations } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';

export type LayoutRefusal =
  | { readonly code: 'layout-not-json'; readonly at: string }
  | { readonly code: 'layout-wrong'; readonly faults: readonly string[] }
  | { readonly code: 'layout-same' }
  | { readonly code: 'layout-not-a-draft' }
  | { readonly code: 'layout-is-last' };

const FAULTS_SHOWN = 30;

/** What an administrator of bank layouts may be refused. */
export const explainLayout: Explanations<LayoutRefusal> = {
  'layout-not-json': ({ at }) => ({
    title: '文件不是格式文件',
    why: `内容不是 JSON${at ? `，读到“${at}”处停下` : ''}。`,
    next: [{ label: '请下载现有格式，在其中修改后再上传' }],
  }),
  'layout-wrong': ({ faults }) => ({
    title: `格式有 ${faults.length} 处需要更正`,
    why: '没有保存。请在文件中逐处更正，再重新上传：',
    next: [
      ...faults.slice(0, FAULTS_SHOWN).map((label) => ({ label })),
      ...(faults.length > FAULTS_SHOWN ? [{ label: `还有 ${faults.length - FAULTS_SHOWN} 处，更正后再看` }] : []),
    ],
  }),
  'layout-same': () => ({
    title: '与现行版本相同',
    why: '这份格式和正在使用的版本没有任何差别。',
    next: [{ label: '修改后再上传' }],
  }),
  'layout-not-a-draft': () => ({
    title: '这个版本的状态已变化',
    why: '发布过的版本不再改变，付款文件都依据它。',
    next: [{ label: '查看全部格式', href: paths.bankLayouts() }],
  }),
  'layout-is-last': () => ({
    title: '不能停用',
    why: '这是正在使用的最后一个格式，停用后不能再生成付款文件。',
    next: [{ label: '请先发布另一个格式' }],
  }),
};
