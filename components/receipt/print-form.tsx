'use client';

import { useActionState } from 'react';
import { printAction } from '@/app/(enterprise)/disbursements/[id]/receipt/actions';
import { IDLE } from '@/lib/runtime/action-state';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { SubmitButton } from '../ui/submit-button';
import styles from './paper.module.css';

/** The button that issues a version, once. */
export function PrintForm({ disbursementId, again }: { disbursementId: string; again: boolean }) {
  const [state, submit] = useActionState(printAction, IDLE);
  return (
    <form action={submit}>
      {state.status === 'refused' && <RefusalNotice explained={state.explained} />}
      <input type="hidden" name="disbursementId" value={disbursementId} />
      <div className={styles.act}>
        <SubmitButton icon="print" pendingLabel="正在开具">
          打印收据
        </SubmitButton>
        <p>{again ? '内容已调整，请重新打印、盖章；旧版不能再用。' : '收据按以上账户和联系人开具，约需几秒钟。'}</p>
      </div>
    </form>
  );
}
