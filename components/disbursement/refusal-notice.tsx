import type { Explained } from '@/lib/access/refusals';
import { Anchor } from '../ui/anchor';
import { Notice } from '../ui/notice';

/** What was refused, why, and what to do next. */
export function RefusalNotice({ explained: { title, why, next } }: { explained: Explained }) {
  return (
    <Notice tone="amber" role="alert" title={title}>
      <p>{why}</p>
      {next.map((step) => (
        <p key={step.label}>{step.href ? <Anchor href={step.href}>{step.label}</Anchor> : step.label}</p>
      ))}
    </Notice>
  );
}
