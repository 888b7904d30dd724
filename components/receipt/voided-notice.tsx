import { voidedWords, type VoidedVersion } from '@/lib/capture/rules/voided-words';
import { Notice } from '../ui/notice';

/** The paper in the picture is no longer true: which version, since when, why, and what to print instead. */
export function VoidedNotice({ number, voided }: { number: string; voided: VoidedVersion }) {
  const { title, why, next } = voidedWords(number, voided);
  return (
    <Notice tone="red" role="alert" title={title}>
      <p>{why}</p>
      <p>{next}</p>
    </Notice>
  );
}
