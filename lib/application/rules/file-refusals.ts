import type { Explanations } from '@/lib/access/refusals';
import type { RequirementConfig } from '@/lib/programme/rules/config';
import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';

/** Largest attachment, in bytes (20 MB), in pixels, and all attachments of one application together (500 MB). */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
export const MAX_FILE_PIXELS = 60_000_000;
export const MAX_APPLICATION_BYTES = 500 * 1024 * 1024;

export type FileRefusal =
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-too-large'; readonly sizeBytes: number; readonly limitBytes: number }
  | { readonly code: 'file-wrong-type'; readonly accept: readonly string[] }
  | { readonly code: 'file-too-many-pixels'; readonly pixels: number; readonly limit: number }
  | { readonly code: 'file-broken' }
  | { readonly code: 'file-too-many'; readonly label: string; readonly limit: number }
  | { readonly code: 'file-not-asked-for' }
  | { readonly code: 'application-too-large'; readonly usedBytes: number; readonly limitBytes: number };

/** What is known of a file once its bytes were looked at; `mediaType` is what the bytes say, null when nothing does. */
export type UploadedFile = {
  readonly sizeBytes: number;
  readonly mediaType: string | null;
  readonly pixels?: number;
};

/** Whether a file may be put in its place. `usedBytes` and `filesThere` are what the application holds already. */
export function decideUpload(
  file: UploadedFile,
  requirement: Pick<RequirementConfig, 'accept' | 'maxFiles' | 'label'>,
  { filesThere, usedBytes }: { readonly filesThere: number; readonly usedBytes: number },
): Result<undefined, FileRefusal> {
  const { sizeBytes, mediaType, pixels = 0 } = file;
  const { accept, label, maxFiles } = requirement;
  if (sizeBytes === 0) return refuse({ code: 'file-empty' });
  if (sizeBytes > MAX_FILE_BYTES) return refuse({ code: 'file-too-large', sizeBytes, limitBytes: MAX_FILE_BYTES });
  if (!(accept as readonly (string | null)[]).includes(mediaType)) return refuse({ code: 'file-wrong-type', accept });
  if (pixels > MAX_FILE_PIXELS) return refuse({ code: 'file-too-many-pixels', pixels, limit: MAX_FILE_PIXELS });
  if (filesThere >= maxFiles) return refuse({ code: 'file-too-many', label, limit: maxFiles });
  if (usedBytes + sizeBytes > MAX_APPLICATION_BYTES) {
    return refuse({ code: 'application-too-large', usedBytes, limitBytes: MAX_APPLICATION_BYTES });
  }
  return ok();
}

const MEDIA_LABELS: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'application/pdf': 'PDF',
};

/** `JPG、PNG、PDF` */
export function mediaTypeLabels(accept: readonly string[]): string {
  return accept.map((type) => MEDIA_LABELS[type] ?? type).join('、');
}

/** `12.4 MB`, `860 KB` */
export function formatBytes(bytes: number): string {
  return bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`
    : `${Math.max(1, Math.ceil(bytes / 1024))} KB`;
}

export const explainFiles: Explanations<FileRefusal> = {
  'file-empty': () => ({
    title: '文件没有内容',
    why: '收到的文件是空的，可能在传输或另存时出错。',
    next: [{ label: '请在本机打开确认后重新上传' }],
  }),
  'file-too-large': ({ sizeBytes, limitBytes }) => ({
    title: '文件过大',
    why: `文件为 ${formatBytes(sizeBytes)}，每个文件不超过 ${formatBytes(limitBytes)}。`,
    next: [{ label: '请降低扫描分辨率，或分成几个文件上传' }],
  }),
  'file-wrong-type': ({ accept }) => ({
    title: '文件格式不符',
    why: `这里只收 ${mediaTypeLabels(accept)} 文件，以文件内容为准，改扩展名无效。`,
    next: [{ label: '请转存为上述格式后重新上传' }],
  }),
  'file-too-many-pixels': ({ pixels, limit }) => ({
    title: '图片尺寸过大',
    why: `图片约 ${Math.ceil(pixels / 10_000)} 万像素，不超过 ${limit / 10_000} 万像素。`,
    next: [{ label: '请缩小图片，或改为拍照上传' }],
  }),
  'file-broken': () => ({
    title: '文件无法打开',
    why: '文件已损坏或加了密码，无法读取内容。',
    next: [{ label: '请去掉密码或重新导出后上传' }],
  }),
  'file-too-many': ({ label, limit }) => ({
    title: '文件数量已满',
    why: `${label}最多 ${limit} 个文件。`,
    next: [{ label: '请先移除不需要的文件，或合并为一个 PDF' }],
  }),
  'file-not-asked-for': () => ({
    title: '不需要这项材料',
    why: '按目前填写的内容，本申请不需要这项材料。',
    next: [{ label: '刷新页面，按最新的材料清单上传' }],
  }),
  'application-too-large': ({ usedBytes, limitBytes }) => ({
    title: '材料总量已满',
    why: `本申请已用 ${formatBytes(usedBytes)}，合计不超过 ${formatBytes(limitBytes)}。`,
    next: [{ label: '请移除重复的文件，或压缩后重新上传' }],
  }),
};
