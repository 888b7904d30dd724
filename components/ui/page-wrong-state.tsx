import type { ReactNode } from 'react';
import { LinkButton } from './button';
import { StatePage } from './state-page';

export type PageWrongStateProps = {
  /** What can no longer be done here: 这份申请已提交，不能再修改. */
  title: string;
  /** Where things stand now, a `Status` or a sentence. */
  now: ReactNode;
  /** The page of the present state. */
  href: string;
  label?: string;
};

/** The thing has moved on since the link was made: shows where it stands and leads there. */
export function PageWrongState({ title, now, href, label = '查看当前状态' }: PageWrongStateProps) {
  return (
    <StatePage
      icon="swap"
      tone="blue"
      title={title}
      actions={
        <LinkButton variant="primary" href={href}>
          {label}
        </LinkButton>
      }
    >
      {now}
    </StatePage>
  );
}
