import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { pairProofs } from '@/lib/disbursement/rules/proof-pairs';
import { announce } from '../ui/announcer';
import { sendProof } from './send-proof';

export type ProofErrors = { lines?: string; issuedOn?: string; file?: string };

/** A chosen file; of several each belongs to one talent, a single one to all who are ticked. */
export type PickedProof = { readonly file: File; readonly lineId: string };

type Talent = { readonly id: string; readonly name: string };

/** Sends the papers that the form holds: each once, with how far it is, and with what is missing or was refused. */
export function useProofUpload(href: string, talents: readonly Talent[], done: () => void) {
  const router = useRouter();
  const [picked, setPicked] = useState<readonly PickedProof[]>([]);
  // Decided when they are chosen: the last of several that is left is still one person's.
  const [isSeveral, setIsSeveral] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [errors, setErrors] = useState<ProofErrors>({});
  const [refused, setRefused] = useState<Explained | null>(null);

  function pick(files: readonly File[]) {
    const pairs = pairProofs(
      files.map(({ name }) => name),
      talents,
    );
    setPicked(files.map((file, index) => ({ file, lineId: pairs[index] ?? '' })));
    setIsSeveral(files.length > 1);
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (share !== null) return;
    const form = event.currentTarget;
    const data = new FormData(form);
    const issuedOn = String(data.get('issuedOn') ?? '');
    const ticked = data.getAll('lines').map(String);
    const papers = papersOf(picked, ticked, isSeveral);
    const missing = { lines: missingPeople(papers, ticked, isSeveral), ...missingOf(papers, issuedOn) };
    setErrors(missing);
    setRefused(null);
    if (Object.values(missing).some(Boolean)) return;
    const sent = await sendAll({ href, issuedOn }, papers, setShare);
    setShare(null);
    if (sent.refused) {
      // Those before it are in; what is left stays to be sent once more.
      setPicked(picked.slice(sent.count));
      setErrors({ issuedOn: sent.refused.fields?.issuedOn });
      setRefused(sent.refused);
      return sent.count > 0 ? router.refresh() : undefined;
    }
    form.reset();
    setPicked([]);
    setIsSeveral(false);
    const people = new Set(papers.flatMap(({ lineIds }) => lineIds)).size;
    announce(sent.complete ? '在职证明已齐，请确认账户和联系人' : `已上传 ${people} 人的在职证明`);
    done();
    router.refresh();
  }

  const assign = (index: number, lineId: string) =>
    setPicked(picked.map((one, at) => (at === index ? { ...one, lineId } : one)));
  return { share, errors, refused, picked, isSeveral, pick, assign, send };
}

type Paper = { readonly file: File; readonly lineIds: readonly string[] };

function papersOf(picked: readonly PickedProof[], ticked: readonly string[], isSeveral: boolean): Paper[] {
  if (!isSeveral) return picked.map(({ file }) => ({ file, lineIds: ticked }));
  return picked.map(({ file, lineId }) => ({ file, lineIds: lineId === '' ? [] : [lineId] }));
}

/** One after the other, up to the first that is refused; answers how many are in. */
async function sendAll(
  shared: { href: string; issuedOn: string },
  papers: readonly Paper[],
  progress: (share: number) => void,
): Promise<{ count: number; complete: boolean; refused: Explained | null }> {
  let complete = false;
  for (const [count, paper] of papers.entries()) {
    progress(count / papers.length);
    const sent = await sendProof({ ...shared, ...paper }, (share) => progress((count + share) / papers.length));
    if (!sent.ok) return { count, complete, refused: named(sent.explained, papers, count) };
    complete = sent.complete;
  }
  return { count: papers.length, complete, refused: null };
}

/** Of several papers the refusal says which one it is, and how many are in. */
function named(explained: Explained, papers: readonly Paper[], count: number): Explained {
  if (papers.length === 1) return explained;
  const before = count > 0 ? `前 ${count} 份已上传。` : '';
  return { ...explained, why: `${before}“${papers[count]?.file.name}”：${explained.why}` };
}

function missingPeople(papers: readonly Paper[], ticked: readonly string[], isSeveral: boolean): string | undefined {
  if (!isSeveral) return ticked.length === 0 ? '请选择证明上的人员。' : undefined;
  const ids = papers.flatMap(({ lineIds }) => lineIds);
  if (papers.some(({ lineIds }) => lineIds.length === 0)) return '请为每个文件选择人员。';
  return new Set(ids).size < ids.length ? '同一人选了两个文件，每人一份即可。' : undefined;
}

function missingOf(papers: readonly Paper[], issuedOn: string): ProofErrors {
  return {
    issuedOn: issuedOn === '' ? '请填写证明上的出具日期。' : undefined,
    file: papers.length > 0 ? undefined : '请选择在职证明文件。',
  };
}
