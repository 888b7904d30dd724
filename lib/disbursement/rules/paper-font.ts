import type { Explanations } from '@/lib/access/refusals';

/** The largest fonts with every plane of Chinese have about 60 MB. */
export const FONT_BYTES_MAX = 64 * 1024 * 1024;

export type FontRefusal =
  | { readonly code: 'file-too-large' }
  | { readonly code: 'font-unusable'; readonly why: 'no-font' | 'collection' | 'no-licence' | 'broken' }
  | { readonly code: 'font-brings-nothing'; readonly missing: readonly string[] }
  | { readonly code: 'nothing-missing' }
  | { readonly code: 'font-there-already'; readonly name: string };

/** U+2123C */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const UNUSABLE: Readonly<Record<Extract<FontRefusal, { code: 'font-unusable' }>['why'], string>> = {
  'no-font': '它不是 TrueType（.ttf）或 OpenType（.otf）字体。',
  collection: '它是字体集（.ttc），含有多个字体，不能直接使用。请先拆分，再上传其中一个。',
  'no-licence': '该字体的授权不允许嵌入文档（OS/2 fsType）。请换用允许嵌入的字体，例如开源字体。',
  broken: '文件已损坏，无法读出字形。请重新取得后再上传。',
};

/** What may be refused when a font is added. */
export const explainFont: Explanations<FontRefusal> = {
  'file-too-large': () => ({
    title: '文件过大',
    why: '字体文件不能超过 64 MB。',
    next: [{ label: '请换用较小的字体' }],
  }),
  'font-unusable': ({ why }) => ({
    title: '这个文件不能用作打印字体',
    why: UNUSABLE[why],
    next: [{ label: '请选择另一个字体文件' }],
  }),
  'font-brings-nothing': ({ missing }) => ({
    title: '该字体没有所缺的字',
    why: `仍缺：${missing.map((one) => `${one}（${codePointOf(one)}）`).join('、')}。字体没有添加。`,
    next: [{ label: '请选择含有这些字的字体' }],
  }),
  'nothing-missing': () => ({ title: '现在不缺字', why: '没有等待补字的收据。', next: [{ label: '无需添加字体' }] }),
  'font-there-already': ({ name }) => ({
    title: '该字体已经添加',
    why: `字体库中已有“${name}”。`,
    next: [{ label: '请选择另一个字体文件' }],
  }),
};
