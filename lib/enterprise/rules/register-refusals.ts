import type { Explanations, NextStep } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';
import type { SheetRefusal } from './sheet-heading';

/** What the gate says of a file, in the same words wherever a spreadsheet is read. */
export type SheetFault =
  | 'not-a-spreadsheet'
  | 'old-format'
  | 'protected'
  | 'macro'
  | 'formula'
  | 'foreign-part'
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'unreadable';

/** What a file that an administrator imports can be refused for, whatever is in it. */
export type SheetFileRefusal =
  SheetRefusal | { readonly code: 'file-too-large' } | { readonly code: 'file-refused'; readonly fault: SheetFault };

export type RegisterRefusal =
  | SheetFileRefusal
  | { readonly code: 'as-of-future' }
  | { readonly code: 'already-taken' }
  | { readonly code: 'register-moved' }
  | { readonly code: 'nothing-to-take' };

export const SHEET_FAULTS: Readonly<Record<SheetFault, readonly [why: string, next: string]>> = {
  'not-a-spreadsheet': ['文件内容不是 .xlsx 或 .csv 表格。', '请另存为 .xlsx 后再上传'],
  'old-format': ['这是旧版 .xls，或设了打开密码。', '请去掉密码，另存为 .xlsx 后再上传'],
  protected: ['文件已加密，系统打不开。', '请去掉密码后再上传'],
  macro: ['文件中带有宏程序。', '请另存为不含宏的 .xlsx 后再上传'],
  formula: ['表格中有公式，系统不替您计算。', '请全选后“选择性粘贴”为数值，再上传'],
  'foreign-part': ['文件中有外部链接、嵌入对象或不允许的声明。', '请把内容复制到新表格后再上传'],
  'too-large': ['文件展开后过大。', '请删去多余的工作表和图片'],
  'too-many-rows': ['表格超过 5,000 行，或远处有多余的单元格。', '请分批导入，并删去表格下方的空行'],
  'too-many-columns': ['表格超过 60 列，或右侧有多余的单元格。', '请只保留模板中的列'],
  unreadable: ['文件损坏，或内容不符合表格格式。', '请用表格软件打开，另存后再上传'],
};

/** The words for such a file; `templateHref` is where the spreadsheet to fill in lies. */
export function explainSheetFile(templateHref: string): Explanations<SheetFileRefusal> {
  const template: NextStep = { label: '下载模板，照模板填写', href: templateHref };
  return {
    'header-missing': ({ missing }) => ({
      title: '没有找到表头',
      why: `前 20 行内缺少列：${missing.join('、')}。`,
      next: [template],
    }),
    'header-twice': ({ heading }) => ({
      title: '表头重复',
      why: `“${heading}”所指的列出现了两次，无法判断用哪一列。`,
      next: [{ label: '请删去其中一列' }],
    }),
    'no-rows': () => ({ title: '表格中没有数据', why: '表头下面没有填写任何一行。', next: [template] }),
    'too-many-rows': () => ({
      title: '行数过多',
      why: '一次最多导入 5,000 行。',
      next: [{ label: '请分成几个文件导入' }],
    }),
    'file-too-large': () => ({
      title: '文件过大',
      why: '文件不能超过 5 MB。',
      next: [{ label: '请分成几个文件导入' }],
    }),
    'file-refused': ({ fault }) => ({
      title: '文件不能读取',
      why: SHEET_FAULTS[fault][0],
      next: [{ label: SHEET_FAULTS[fault][1] }],
    }),
  };
}

export const explainRegister: Explanations<RegisterRefusal> = {
  ...explainSheetFile(paths.registerTemplate()),
  'as-of-future': () => ({
    title: '数据日期不对',
    why: '数据日期不能晚于今天。',
    next: [{ label: '请填写数据导出的日期' }],
  }),
  'already-taken': () => ({
    title: '这份文件已经导入',
    why: '不会重复导入。',
    next: [{ label: '查看法人库', href: paths.staffRegister() }],
  }),
  'register-moved': () => ({
    title: '法人库已有变化',
    why: '试读之后，另一份文件已导入，原来的比对不再准确。',
    next: [{ label: '请重新上传本文件', href: paths.staffRegister() }],
  }),
  'nothing-to-take': () => ({
    title: '没有可以导入的内容',
    why: '这份文件中没有新增或变更的企业。',
    next: [{ label: '返回法人库', href: paths.staffRegister() }],
  }),
};
