'use client';

import { useActionState } from 'react';
import { LinkButton } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Row } from '@/components/ui/layout';
import { StatePage } from '@/components/ui/state-page';
import { SubmitButton } from '@/components/ui/submit-button';
import { paths } from '@/lib/kernel/paths';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';

type Act = (before: ActionState, form: FormData) => Promise<ActionState>;

type DraftActsProps = {
  readonly applicationId: string;
  readonly thing: string;
  /** Whether it can still be handed in. */
  readonly isOpen: boolean;
  readonly discard: Act;
};

/** What can be done with a draft: go on, or delete it, which can be undone. */
export function DraftActs({ applicationId, thing, isOpen, discard }: DraftActsProps) {
  const [state, submit] = useActionState(discard, IDLE);
  return (
    <Row gap={2}>
      <ConfirmDialog
        label="删除草稿"
        look={{ variant: 'plain' }}
        title="删除这份草稿？"
        thing={thing}
        consequence="草稿和已上传的附件不再列出。"
        undoUntil="30 天内可以恢复。"
        confirmLabel="删除草稿"
        danger
        action={submit}
        fields={{ applicationId }}
        error={state.status === 'refused' ? state.explained.why : undefined}
      />
      {isOpen && (
        <LinkButton variant="primary" href={paths.edit(applicationId, 'enterprise')}>
          继续填写
        </LinkButton>
      )}
    </Row>
  );
}

/** Stands in the place of a deleted draft while it can be had back. */
export function DraftGone({ applicationId, restore }: { applicationId: string; restore: Act }) {
  const [state, submit] = useActionState(restore, IDLE);
  return (
    <StatePage
      icon="trash"
      tone="neutral"
      title="这份草稿已删除"
      actions={
        <>
          <form action={submit}>
            <input type="hidden" name="applicationId" value={applicationId} />
            <SubmitButton>恢复草稿</SubmitButton>
          </form>
          <LinkButton href={paths.applications()}>返回补贴申请</LinkButton>
        </>
      }
    >
      {state.status === 'refused' ? <p role="alert">{state.explained.why}</p> : <p>删除后 30 天内可以恢复。</p>}
    </StatePage>
  );
}
