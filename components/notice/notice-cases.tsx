'use client';

import { useActionState } from 'react';
import { Anchor } from '@/components/ui/anchor';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Status } from '@/components/ui/status';
import { STAFF_STATUS } from '@/lib/application/rules/labels';
import type { ApplicationStatus } from '@/lib/application/rules/states';
import { paths } from '@/lib/kernel/paths';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import styles from './notice-cases.module.css';

type Case = {
  readonly id: string;
  readonly number: string;
  readonly status: ApplicationStatus;
  readonly isHeld: boolean;
};

/** `remove` stands only on a list that may still be changed. */
type Props = { cases: readonly Case[]; noticeId: string; remove?: Act };

const stay = async (before: ActionState) => before;

/** The cases behind a list, for staff: where each stands now, and how it leaves a list that is drawn up. */
export function NoticeCases({ cases, noticeId, remove }: Props) {
  const [state, submit] = useActionState(remove ?? stay, IDLE);
  return (
    <Card title={`名单中的申请，${cases.length} 件`} compact>
      {state.status === 'refused' && <RefusalNotice explained={state.explained} />}
      <form action={submit}>
        <input type="hidden" name="noticeId" value={noticeId} />
        <ul className={styles.cases} tabIndex={0} aria-label="名单中的申请">
          {cases.map(({ id, number, status, isHeld }) => {
            const { word, tone, icon } = STAFF_STATUS[status];
            return (
              <li key={number}>
                <Anchor href={paths.staffApplication(id)}>{number}</Anchor>
                <Status look="text" tone={isHeld ? 'red' : tone} icon={isHeld ? 'stop' : icon}>
                  {isHeld ? '暂停办理' : word}
                </Status>
                {remove && cases.length > 1 && (
                  <Button
                    type="submit"
                    variant="quiet"
                    size="s"
                    name="applicationIds[]"
                    value={id}
                    aria-label={`移出 ${number}`}
                  >
                    移出
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </form>
    </Card>
  );
}
