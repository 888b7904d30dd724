import type { ReactNode } from 'react';
import type { IconName } from './icon';
import { StatePage } from './state-page';

export type PageEmptyProps = { title: string; why?: ReactNode; action?: ReactNode; icon?: IconName };

/** A whole page with nothing in it yet: why, and what to do. */
export function PageEmpty({ title, why, action, icon = 'inbox' }: PageEmptyProps) {
  return (
    <StatePage icon={icon} tone="neutral" title={title} actions={action}>
      {why}
    </StatePage>
  );
}
