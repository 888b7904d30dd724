import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { Status } from '@/components/ui/status';
import { STAFF_STATUS } from '@/lib/application/rules/labels';
import type { ApplicationStatus } from '@/lib/application/rules/states';
import { paths } from '@/lib/kernel/paths';
import styles from './notice-cases.module.css';

type Case = {
  readonly id: string;
  readonly number: string;
  readonly status: ApplicationStatus;
  readonly isHeld: boolean;
};

/** The cases behind a list, for staff: where each stands now. */
export function NoticeCases({ cases }: { cases: readonly Case[] }) {
  return (
    <Card title={`名单中的申请，${cases.length} 件`} compact>
      <ul className={styles.cases}>
        {cases.map(({ id, number, status, isHeld }) => {
          const { word, tone, icon } = STAFF_STATUS[status];
          return (
            <li key={number}>
              <Anchor href={paths.staffApplication(id)}>{number}</Anchor>
              <Status look="text" tone={isHeld ? 'red' : tone} icon={isHeld ? 'stop' : icon}>
                {isHeld ? '暂停办理' : word}
              </Status>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
