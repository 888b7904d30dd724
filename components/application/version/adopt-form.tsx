'use client';

import { useActionState } from 'react';
import { RefusalNotice } from '@/components/disbursement/refusal-notice';
import { LinkButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choice';
import { Row, Stack } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import type { OfferView } from '@/lib/application/version-queries';
import { paths } from '@/lib/kernel/paths';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';

export type AdoptAct = (before: ActionState, form: FormData) => Promise<ActionState>;

/** 改用新版本; where the 申请说明 is another one it has to be accepted first. */
export function AdoptForm({ offer, act }: { offer: OfferView; act: AdoptAct }) {
  const [state, submit] = useActionState(act, IDLE);
  const { applicationId, versionId, number, instructions } = offer;
  return (
    <form action={submit}>
      <Stack gap={4}>
        {state.status === 'refused' && <RefusalNotice explained={state.explained} />}
        <input type="hidden" name="applicationId" value={applicationId} />
        <input type="hidden" name="versionId" value={versionId} />
        <input type="hidden" name="instructions" value={instructions?.version ?? ''} />
        {instructions && <Checkbox id="accepted" name="accepted" value="yes" label="我已阅读并同意新的申请说明" />}
        <Row gap={2}>
          <SubmitButton pendingLabel="正在改用">改用第 {number} 版</SubmitButton>
          <LinkButton variant="quiet" href={paths.application(applicationId)}>
            暂不改用
          </LinkButton>
        </Row>
      </Stack>
    </form>
  );
}
