import type { Explanations } from '@/lib/access/refusals';
import { MAX_FILE_BYTES, MAX_PIXELS, formatBytes } from './upload-limits';

/** Why a file is not taken. None of these is mended by sending the same bytes again. */
export type FileRefusal =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-too-large' }
  | { readonly code: 'file-type-unknown' }
  | { readonly code: 'file-type-not-accepted'; readonly accepted: string }
  | { readonly code: 'picture-heic' }
  | { readonly code: 'picture-broken' }
  | { readonly code: 'picture-too-many-pixels'; readonly widthPx: number; readonly heightPx: number }
  | { readonly code: 'pdf-broken' }
  | { readonly code: 'pdf-encrypted' }
  | { readonly code: 'pdf-active' }
  | { readonly code: 'file-infected' };

/** Why a PDF is not opened. */
export type PdfRefusal = Extract<FileRefusal, { code: 'pdf-broken' | 'pdf-encrypted' | 'pdf-active' }>;

/** Why a file on its way in parts cannot go on. */
export type PartsRefusal =
  /** The part was cut off, or stands already: `receivedBytes` is where to go on. */
  | { readonly code: 'part-not-next'; readonly receivedBytes: number }
  | { readonly code: 'upload-changed' }
  | { readonly code: 'uploads-too-many'; readonly limit: number };

const againWith = (label: string) => [{ label }];

export const explainFile: Explanations<FileRefusal> = {
  'file-empty': () => ({
    title: '文件是空的',
    why: '这个文件没有内容。',
    next: againWith('请重新导出或拍照后再上传'),
  }),
  'file-too-large': () => ({
    title: '文件太大',
    why: `每个文件不超过 ${formatBytes(MAX_FILE_BYTES)}。`,
    next: againWith('请压缩、降低扫描精度或分成几个文件'),
  }),
  'file-type-unknown': () => ({
    title: '不能识别这种文件',
    why: '文件内容不是 JPG、PNG、HEIC 或 PDF，与扩展名无关。',
    next: againWith('请另存为 JPG、PNG 或 PDF 后再上传'),
  }),
  'file-type-not-accepted': ({ accepted }) => ({
    title: '此项不收这种文件',
    why: `此项只收 ${accepted}。`,
    next: againWith('请换一种格式后再上传'),
  }),
  'picture-heic': () => ({
    title: '这张 HEIC 图片读不出来',
    why: '文件已损坏、没有传完，或不是手机常用的 HEIC。',
    next: againWith('请在手机上打开核对，导出为 JPG 后再上传'),
  }),
  'picture-broken': () => ({
    title: '图片不完整',
    why: '文件已损坏，或没有传完就保存了。',
    next: againWith('请在电脑上打开核对，重新保存后再上传'),
  }),
  'picture-too-many-pixels': ({ widthPx, heightPx }) => ({
    title: '图片像素太高',
    why: `图片为 ${widthPx} × ${heightPx}，超过 ${MAX_PIXELS / 10_000} 万像素。`,
    next: againWith('请把扫描精度降到 300 dpi 后再上传'),
  }),
  'pdf-broken': () => ({
    title: 'PDF 不完整',
    why: '文件已损坏，或没有传完就保存了。',
    next: againWith('请在电脑上打开核对，重新导出后再上传'),
  }),
  'pdf-encrypted': () => ({
    title: 'PDF 有密码',
    why: '加密或限制权限的 PDF 审核时不能打开。',
    next: againWith('请去掉密码，或打印成新的 PDF 后再上传'),
  }),
  'pdf-active': () => ({
    title: 'PDF 含有脚本或内嵌文件',
    why: '为了安全，不收带脚本、表单程序或内嵌文件的 PDF。',
    next: againWith('请用“打印为 PDF”重新导出后再上传'),
  }),
  'file-infected': () => ({
    title: '文件有安全风险',
    why: '安全检查发现这个文件含有恶意内容，没有保存。',
    next: againWith('请在本机杀毒后重新导出，或换一台电脑扫描后再上传'),
  }),
};

export const explainParts: Explanations<PartsRefusal> = {
  'part-not-next': () => ({
    title: '没有传完',
    why: '这一段在路上断开，已传的部分还在。',
    next: againWith('点“重试”，从断开处继续'),
  }),
  'upload-changed': () => ({
    title: '文件在上传时变了',
    why: '传完的内容与您选择时的文件不一致，没有保存。',
    next: againWith('请关闭正在编辑它的程序，重新选择文件'),
  }),
  'uploads-too-many': ({ limit }) => ({
    title: '未传完的文件太多',
    why: `同一账号最多有 ${limit} 个未传完的文件。`,
    next: againWith('请先继续或取消未传完的文件，未继续的 24 小时后自动清除'),
  }),
};
