import type { Explained } from '@/lib/access/refusals';
import { Anchor } from '../ui/anchor';
import { Notice } from '../ui/notice';

/** What was refused, why, and what to do next. */
export function RefusalNotice({ explained }: { explained: Explained }) {
  return (
    <Notice tone="amber" role="alert" title={explained.title}>
      <RefusalWords explained={explained} untitled />
    </Notice>
  );
}

export function RefusalWords({ explained, untitled }: { explained: Explained; untitled?: boolean }) {
  const { title, why, next } = explained;
  return (
    <>
      {!untitled && (
        <p>
          <b>{title}</b>
        </p>
      )}
      <p>{why}</p>
      {next.map((step) => (
        <p key={step.label}>{step.href ? <Anchor href={step.href}>{step.label}</Anchor> : step.label}</p>
      ))}
    </>
  );
}
