import type { Explanations } from '@/lib/access/refusals';
import { PAPER_TITLES, type PaperKind } from './paper-kinds';

export type PaperRefusal =
  /** No font has these characters, and none is replaced by a similar one. */
  | { readonly code: 'characters-not-covered'; readonly characters: readonly string[] }
  | { readonly code: 'paper-not-issued'; readonly kind: PaperKind }
  /** A value is missing or too long for the form: what is typed has not been checked. */
  | { readonly code: 'paper-incomplete'; readonly kind: PaperKind; readonly fields: readonly string[] };

export const explainPaper: Explanations<PaperRefusal> = {
  'characters-not-covered': ({ characters }) => ({
    title: '有字打印不出来',
    why: `“${characters.join('、')}”不在打印字库中，没有用相近的字代替。`,
    next: [{ label: '核对这些字；确无误的，请联系业务窗口' }],
  }),
  'paper-not-issued': ({ kind }) => ({
    title: `还没有打印${PAPER_TITLES[kind]}`,
    why: '系统没有为您生成过这份文件，无法核对上传的内容。',
    next: [{ label: '先点“下载PDF打印”，盖章后再上传' }],
  }),
  'paper-incomplete': ({ kind }) => ({
    title: `还不能打印${PAPER_TITLES[kind]}`,
    why: '表上的内容还没有填全，或有一项太长。',
    next: [{ label: '回到前面的步骤，补齐后再打印' }],
  }),
};
