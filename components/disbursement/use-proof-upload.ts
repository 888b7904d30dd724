import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { announce } from '../ui/announcer';
import { sendProof } from './send-proof';

export type ProofErrors = { lines?: string; issuedOn?: string; file?: string };

/** Sends the paper that the form holds: once, with how far it is, and with what is missing or was refused. */
export function useProofUpload(href: string, done: () => void) {
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [errors, setErrors] = useState<ProofErrors>({});
  const [refused, setRefused] = useState<Explained | null>(null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (share !== null) return;
    const form = event.currentTarget;
    const data = new FormData(form);
    const lineIds = data.getAll('lines').map(String);
    const issuedOn = String(data.get('issuedOn') ?? '');
    setErrors(missingOf(lineIds, issuedOn, file));
    setRefused(null);
    if (!file || lineIds.length === 0 || issuedOn === '') return;
    setShare(0);
    const sent = await sendProof({ href, lineIds, issuedOn, file }, setShare);
    setShare(null);
    if (!sent.ok) {
      setErrors({ issuedOn: sent.explained.fields?.issuedOn });
      return setRefused(sent.explained);
    }
    form.reset();
    setFile(null);
    announce(sent.complete ? '在职证明已齐，请确认账户和联系人' : `已上传 ${lineIds.length} 人的在职证明`);
    done();
    router.refresh();
  }

  return { share, errors, refused, setFile, send };
}

function missingOf(lineIds: readonly string[], issuedOn: string, file: File | null): ProofErrors {
  return {
    lines: lineIds.length === 0 ? '请选择证明上的人员。' : undefined,
    issuedOn: issuedOn === '' ? '请填写证明上的出具日期。' : undefined,
    file: file ? undefined : '请选择在职证明文件。',
  };
}
