import type { StatusLabel } from '@/lib/disbursement/rules/labels';
import { Status, type StatusProps } from '../ui/status';

/** A status out of one of the tables of words. */
export function StatusTag({ label, look }: { label: StatusLabel; look?: StatusProps['look'] }) {
  return (
    <Status tone={label.tone} icon={label.icon} look={look}>
      {label.word}
    </Status>
  );
}
