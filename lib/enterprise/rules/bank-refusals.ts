import type { Explanations } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';
import { explainSheetFile, type SheetFileRefusal } from './register-refusals';

export type BankTableRefusal =
  | SheetFileRefusal
  | { readonly code: 'already-taken' }
  | { readonly code: 'banks-moved' }
  | { readonly code: 'whole-with-faults'; readonly count: number }
  | { readonly code: 'nothing-to-take' };

export const explainBanks: Explanations<BankTableRefusal> = {
  ...explainSheetFile(paths.bankTemplate()),
  'already-taken': () => ({
    title: '这份文件已经导入',
    why: '不会重复导入。',
    next: [{ label: '查看银行表', href: paths.staffBanks() }],
  }),
  'banks-moved': () => ({
    title: '银行表已有变化',
    why: '试读之后，另一份文件已导入，原来的比对不再准确。',
    next: [{ label: '请重新上传本文件', href: paths.staffBanks() }],
  }),
  'whole-with-faults': ({ count }) => ({
    title: '整表不能带着有误的行导入',
    why: `有误的 ${count} 行会被当作已撤销的网点。`,
    next: [{ label: '改好后重新上传，或改选“补充”', href: paths.staffBanks() }],
  }),
  'nothing-to-take': () => ({
    title: '没有可以导入的内容',
    why: '这份文件与银行表一致。',
    next: [{ label: '返回银行表', href: paths.staffBanks() }],
  }),
};
