'use client';

import { useActionState } from 'react';
import { CHANGE_PAPERS, type ChangeKind } from '@/lib/enterprise/rules/change-form';
import { IDLE } from '@/lib/runtime/action-state';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Card } from '../ui/card';
import { Grid, Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import styles from './change.module.css';

type Kind = Exclude<ChangeKind, 'PASSWORD_RESET'>;

const KINDS: readonly { readonly kind: Kind; readonly title: string; readonly when: string; readonly label: string }[] =
  [
    {
      kind: 'ADMINISTRATOR',
      title: '管理员变更',
      when: '企业管理员离职或换人时办理。同意后，admin 账号归新管理员使用。',
      label: '更换管理员',
    },
    {
      kind: 'ENTERPRISE_INFO',
      title: '企业信息变更',
      when: '营业执照上的名称、地址等有变化时办理。',
      label: '变更企业信息',
    },
  ];

/** What can be asked for, when, and what to have at hand before one begins. */
export function BeginCards({ begin, open }: { begin: Act; open: readonly ChangeKind[] }) {
  const [state, submit] = useActionState(begin, IDLE);
  return (
    <Stack gap={4}>
      {state.status === 'refused' && <RefusalNotice explained={state.explained} />}
      <Grid>
        {KINDS.map(({ kind, title, when, label }) => (
          <Card key={kind} title={title}>
            <Stack gap={4}>
              <p>{when}</p>
              <div>
                <p className={styles.need}>需要准备</p>
                <ul className={styles.papers}>
                  {CHANGE_PAPERS[kind].map((paper) => (
                    <li key={paper.kind}>
                      {paper.label}
                      <small>{paper.hint}</small>
                    </li>
                  ))}
                </ul>
              </div>
              <form action={submit}>
                <input type="hidden" name="kind" value={kind} />
                <SubmitButton variant={open.includes(kind) ? 'secondary' : 'primary'} pendingLabel="正在打开">
                  {open.includes(kind) ? '继续办理' : label}
                </SubmitButton>
              </form>
            </Stack>
          </Card>
        ))}
      </Grid>
    </Stack>
  );
}
