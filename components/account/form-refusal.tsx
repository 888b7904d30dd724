import type { ActionState } from '@/lib/runtime/action-state';
import { Anchor } from '../ui/anchor';
import { ErrorSummary } from '../ui/error-summary';
import { Notice } from '../ui/notice';

export type Refused = Extract<ActionState, { status: 'refused' }>;

export type FormRefusalProps = {
  refused: Refused;
  /** Names of the fields that stand in the form. */
  known: readonly string[];
  notDone?: string;
};

/** Why a form was refused: links to its fields where they are the cause, else the reason and what to do next. */
export function FormRefusal({ refused, known, notDone }: FormRefusalProps) {
  const { title, why, next, fields = {} } = refused.explained;
  const items = Object.entries(fields)
    .filter(([name]) => known.includes(name))
    .map(([name, label]) => ({ label, href: `#${name}` }));
  if (items.length > 0) return <ErrorSummary title={notDone ?? title} items={items} stamp={refused.at} />;
  return (
    <Notice tone="amber" role="alert" title={title}>
      <p>{why}</p>
      {next.map(({ label, href }) => (
        <p key={label}>{href ? <Anchor href={href}>{label}</Anchor> : label}</p>
      ))}
    </Notice>
  );
}
