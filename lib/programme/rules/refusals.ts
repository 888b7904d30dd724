import type { Explanations } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';
import { formatYuan, type Fen } from '@/lib/kernel/fen';

export type ProgrammeRefusal =
  | { readonly code: 'not-json'; readonly at: string }
  | { readonly code: 'config-wrong'; readonly faults: readonly string[] }
  | { readonly code: 'config-same' }
  | { readonly code: 'not-a-draft' }
  | { readonly code: 'year-moved' }
  | { readonly code: 'year-overlaps'; readonly year: number }
  | { readonly code: 'window-in-use'; readonly count: number }
  | { readonly code: 'budget-in-use'; readonly usedFen: Fen };

const FAULTS_SHOWN = 30;

export const explainProgramme: Explanations<ProgrammeRefusal> = {
  'not-json': ({ at }) => ({
    title: '文件不是配置文件',
    why: `内容不是 JSON${at ? `，读到“${at}”处停下` : ''}。`,
    next: [{ label: '请下载现行版本的配置，在其中修改后再上传' }],
  }),
  'config-wrong': ({ faults }) => ({
    title: `配置有 ${faults.length} 处需要更正`,
    why: '没有保存。请在文件中逐处更正，再重新上传：',
    next: [
      ...faults.slice(0, FAULTS_SHOWN).map((label) => ({ label })),
      ...(faults.length > FAULTS_SHOWN ? [{ label: `还有 ${faults.length - FAULTS_SHOWN} 处，更正后再看` }] : []),
    ],
  }),
  'config-same': () => ({
    title: '与现行版本相同',
    why: '这份配置和正在使用的版本没有任何差别。',
    next: [{ label: '修改后再上传' }],
  }),
  'not-a-draft': () => ({
    title: '这个版本已经发布或停用',
    why: '发布过的版本不再改变，案件都依据它。',
    next: [{ label: '查看全部版本', href: paths.staffProgrammes() }],
  }),
  'year-moved': () => ({
    title: '年度安排刚被他人修改',
    why: '您打开本页之后，另一位管理员保存了修改。',
    next: [{ label: '记下您的修改，刷新后再保存' }],
  }),
  'year-overlaps': ({ year }) => ({
    title: '受理期重叠',
    why: `与 ${year} 年度的受理期重叠，申请会不知道算在哪一年。`,
    next: [{ label: '请调整日期，两期之间不重叠' }],
  }),
  'window-in-use': ({ count }) => ({
    title: '受理期内已有申请',
    why: `新的日期把 ${count} 份已提交的申请排在受理期之外。`,
    next: [{ label: '受理期只能向后延长，或缩短到今天及以后' }],
  }),
  'budget-in-use': ({ usedFen }) => ({
    title: '预算少于已占用的资金',
    why: `本年度已预留、在途和已付合计 ${formatYuan(usedFen)} 元。`,
    next: [{ label: '预算不能低于这个数' }],
  }),
};
