import type { Explanations, NextStep } from '@/lib/access/refusals';
import { SHEET_FAULTS, type SheetFault } from '@/lib/enterprise/rules/register-refusals';
import type { SheetRefusal } from './import-columns';

/** Expected refusals of importing talents from a spreadsheet; nothing of the draft has changed after any of them. */
export type ImportRefusal =
  | SheetRefusal
  | { readonly code: 'sheet-too-large' }
  | { readonly code: 'sheet-refused'; readonly fault: SheetFault }
  | { readonly code: 'import-moved' }
  | { readonly code: 'import-gone' }
  | { readonly code: 'import-applied' }
  | { readonly code: 'import-nothing' }
  | { readonly code: 'import-edited-since' };

export type ImportRefusalOf<C extends ImportRefusal['code']> = Extract<ImportRefusal, { code: C }>;

const template: NextStep = { label: '请下载模板，照模板填写后再上传' };

export const explainImport: Explanations<ImportRefusal> = {
  'import-no-heading': ({ missing }) => ({
    title: '没有找到表头',
    why: `前 20 行内没有“${missing.join('”或“')}”这一列，认不出各列的内容。`,
    next: [template],
  }),
  'import-heading-twice': ({ heading }) => ({
    title: '表头重复',
    why: `“${heading}”出现了两次，无法判断用哪一列。`,
    next: [{ label: '请删去其中一列' }],
  }),
  'import-no-rows': () => ({ title: '表格中没有数据', why: '表头下面没有填写任何一行。', next: [template] }),
  'import-too-many-rows': ({ limit }) => ({
    title: '行数过多',
    why: `一份申请最多 ${limit} 人，表格中的行数超过了这个数。`,
    next: [{ label: '请删去多余的行，再上传一次' }],
  }),
  'sheet-too-large': () => ({
    title: '文件过大',
    why: '表格不能超过 5 MB。',
    next: [{ label: '请删去图片和多余的工作表，再上传一次' }],
  }),
  'sheet-refused': ({ fault }) => ({
    title: '表格不能读取',
    why: SHEET_FAULTS[fault][0],
    next: [{ label: SHEET_FAULTS[fault][1] }],
  }),
  'import-moved': () => ({
    title: '尚未导入：名单刚刚有变化',
    why: '核对期间，名单在另一个窗口或由同事修改过。下面已按最新内容重新比对。',
    next: [{ label: '请重新核对下面的内容，再点导入' }],
  }),
  'import-gone': () => ({
    title: '这份表格已不在系统中',
    why: '之后又读取了另一份表格，或本次导入已经撤销。',
    next: [{ label: '请重新上传表格' }],
  }),
  'import-applied': () => ({
    title: '这份表格已经导入',
    why: '不会重复导入。',
    next: [{ label: '请回到名单查看' }],
  }),
  'import-nothing': () => ({
    title: '没有可以导入的行',
    why: '各行或与名单一致，或有错误。',
    next: [{ label: '请按下面的说明更正表格，再上传一次' }],
  }),
  'import-edited-since': () => ({
    title: '不能再撤销本次导入',
    why: '导入之后，这份申请又有修改；撤销会连这些修改一起丢掉。',
    next: [{ label: '请在名单中勾选要去掉的人员，一次移除' }],
  }),
};
