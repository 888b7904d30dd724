'use client';

import { useActionState } from 'react';
import { IDLE } from '@/lib/runtime/action-state';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { SubmitButton } from '../ui/submit-button';
import styles from './paper.module.css';

/** The button that issues a version, once. */
export function PrintForm({ disbursementId, again, print }: { disbursementId: string; again: boolean; print: Act }) {
  const [state, submit] = useActionState(print, IDLE);
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
