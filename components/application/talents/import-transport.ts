import type { Explained } from '@/lib/access/refusals';
import type { ImportView } from '@/lib/application/rules/import-view';
import { paths } from '@/lib/kernel/paths';
import { sendRequest } from './send-request';

const LOST: Explained = {
  title: '没有传完',
  why: '网络断开，或服务暂时不可用。',
  next: [{ label: '文件和粘贴的内容还在，请再试一次' }],
};

export type Read = { readonly view: ImportView } | { readonly refused: Explained };

/** Sends a sheet, or what was pasted, to be read; nothing changes by it. */
export async function readSheet(applicationId: string, given: File | string): Promise<Read> {
  const isFile = typeof given !== 'string';
  return answerOf(
    await sendRequest(`${paths.talentImport(applicationId)}?source=${isFile ? 'file' : 'paste'}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(isFile ? given.name : ''),
      },
      body: given,
    }),
  );
}

/** The same sheet compared with the list as it stands by now. */
export async function readAgain(applicationId: string, importId: string): Promise<Read> {
  return answerOf(await sendRequest(paths.talentImport(applicationId, importId), {}));
}

async function answerOf(response: Response | null): Promise<Read> {
  const answer = (await response?.json().catch(() => null)) as
    { ok?: boolean; value?: ImportView; explained?: Explained } | null | undefined;
  return answer?.ok && answer.value ? { view: answer.value } : { refused: answer?.explained ?? LOST };
}
