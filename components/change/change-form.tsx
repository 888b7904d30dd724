'use client';

import { useActionState, useState } from 'react';
import type { ChangeView } from '@/lib/enterprise/change-queries';
import { CHANGE_FIELDS, CHANGE_KIND_WORDS } from '@/lib/enterprise/rules/change-form';
import { IDLE } from '@/lib/runtime/action-state';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Card } from '../ui/card';
import { ErrorSummary } from '../ui/error-summary';
import { Grid, Muted, Row, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';
import { ChangeField } from './change-field';
import { ChangePapers } from './change-papers';

export type ChangeFormProps = {
  view: ChangeView;
  save: Act;
};

/** The form of a request: what is to change, the papers, and handing it in. Whatever was typed stays. */
export function ChangeForm({ view, save }: ChangeFormProps) {
  const [state, submit, isPending] = useActionState(save, IDLE);
  // The two buttons send one form, and one of them stands outside it: each says for itself that it is on its way.
  const [pressed, setPressed] = useState<'stay' | 'submit'>('stay');
  const refused = state.status === 'refused' ? state : null;
  const errors = refused?.explained.fields ?? {};
  const items = Object.entries(errors).map(([id, label]) => ({ label, href: `#${id}` }));
  const isInformation = view.kind === 'ENTERPRISE_INFO';
  return (
    <Stack gap={6}>
      {refused && items.length > 0 && <ErrorSummary items={items} stamp={refused.at} />}
      {refused && items.length === 0 && <RefusalNotice explained={refused.explained} />}
      {state.status === 'done' && state.message && (
        <Notice tone="green" role="status">
          {state.message}
        </Notice>
      )}
      <form action={submit} noValidate id="change-form">
        <input type="hidden" name="id" value={view.id} />
        <Card
          title={isInformation ? '变更内容' : '新管理员'}
          aside={isInformation ? '只填有变化的项' : '授权委托书照此打印'}
          foot={
            <Row gap={2} justify="between">
              <Muted>保存不等于提交，可以以后再来。</Muted>
              <SubmitButton
                variant="secondary"
                name="then"
                value="stay"
                pending={isPending && pressed === 'stay'}
                pendingLabel="正在保存"
                onClick={() => setPressed('stay')}
              >
                保存内容
              </SubmitButton>
            </Row>
          }
        >
          <Grid key={refused?.at ?? view.status}>
            {CHANGE_FIELDS[view.kind].map((field) => (
              <ChangeField
                key={field.id}
                field={field}
                value={refused?.keep[field.id] ?? (field.sealed ? '' : (view.answers[field.id] ?? ''))}
                error={errors[field.id]}
                registered={isInformation ? (view.registered[field.id] ?? '') : undefined}
                masked={view.sealed[field.id]?.masked}
              />
            ))}
          </Grid>
        </Card>
      </form>
      <ChangePapers view={view} errors={errors} />
      <Card tone="blue">
        <Row gap={4} justify="between" stackOnPhone>
          <div>
            <b>{view.missing.length === 0 ? '已经齐全，可以提交' : `还差 ${view.missing.length} 项`}</b>
            <br />
            <Muted>提交后由综合窗口核对；开始核对前可以撤回。</Muted>
          </div>
          <SubmitButton
            size="l"
            form="change-form"
            name="then"
            value="submit"
            pending={isPending && pressed === 'submit'}
            pendingLabel="正在提交"
            onClick={() => setPressed('submit')}
          >
            {view.status === 'RETURNED' ? '重新提交' : `提交${CHANGE_KIND_WORDS[view.kind]}`}
          </SubmitButton>
        </Row>
      </Card>
    </Stack>
  );
}
