/** The name of an uploaded file as it is kept and shown: without folders and what cannot be seen, at most 120 characters. */
export function plainFileName(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  return [...last.replace(/\p{C}/gu, '').trim()].slice(0, 120).join('') || '未命名文件';
}
