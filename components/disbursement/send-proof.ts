import type { Explained } from '@/lib/access/refusals';

export type ProofSent = { ok: true; complete: boolean } | { ok: false; explained: Explained };

export type ProofUpload = {
  /** Where the page's own route takes it. */
  readonly href: string;
  readonly lineIds: readonly string[];
  readonly issuedOn: string;
  readonly file: File;
};

const CUT_OFF: Explained = {
  title: '没有传完',
  why: '上传时网络断开，文件没有保存。',
  next: [{ label: '请检查网络后重新上传，已填写的都在' }],
};

/** Sends one 在职证明 with its bytes as the body, and says how far it is from 0 to 1. Never rejects. */
export function sendProof(upload: ProofUpload, progress: (share: number) => void): Promise<ProofSent> {
  const query = new URLSearchParams({ issuedOn: upload.issuedOn, lines: upload.lineIds.join(',') });
  const request = new XMLHttpRequest();
  return new Promise((resolve) => {
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => resolve(readAnswer(request.responseText));
    request.onerror = () => resolve({ ok: false, explained: CUT_OFF });
    request.onabort = request.onerror;
    request.open('POST', `${upload.href}?${query}`);
    request.setRequestHeader('x-file-name', encodeURIComponent(upload.file.name));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(upload.file);
  });
}

function readAnswer(text: string): ProofSent {
  try {
    const answer = JSON.parse(text) as { ok: boolean; value?: { complete?: boolean }; explained?: Explained };
    if (answer.ok) return { ok: true, complete: answer.value?.complete === true };
    return { ok: false, explained: answer.explained ?? CUT_OFF };
  } catch {
    return { ok: false, explained: CUT_OFF };
  }
}
