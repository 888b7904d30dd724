'use client';

import { useActionState } from 'react';
import { IDLE } from '@/lib/runtime/action-state';
import type { Act } from '../disbursement/act-confirm';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { SubmitButton } from '../ui/submit-button';
import { Notice } from '../ui/notice';
import styles from './paper.module.css';

type Props = {
  readonly disbursementId: string;
  readonly again: boolean;
  /** Characters that the administrator has yet to add. */
  readonly missing: readonly string[];
  readonly print: Act;
};

/** The button that issues a version, once. */
export function PrintForm({ disbursementId, again, missing, print }: Props) {
  const [state, submit] = useActionState(print, IDLE);
  return (
    <form action={submit}>
      {state.status === 'refused' && <RefusalNotice explained={state.explained} />}
      {state.status !== 'refused' && missing.length > 0 && <WaitsForFont missing={missing} />}
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

/** What happens next while the receipt cannot be printed: nothing that the clerk has to do. */
function WaitsForFont({ missing }: { missing: readonly string[] }) {
  return (
    <Notice tone="amber" title={`正在补充字库：“${missing.join('”“')}”`}>
      系统管理员补好后，以短信和邮件通知联系人，届时再点“打印收据”。您无需改动姓名，也无需重新确认。
    </Notice>
  );
}
