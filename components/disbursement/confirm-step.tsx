'use client';

import { useActionState, type ReactNode } from 'react';
import type { DisbursementDetail } from '@/lib/disbursement/queries';
import type { BankAccountRow, ContactRow } from '@/lib/enterprise/queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { IDLE } from '@/lib/runtime/action-state';
import { Icon } from '../ui/icon';
import { Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import type { Act } from './act-confirm';
import { AdjustAccount, AdjustContact, type AdjustCalls } from './adjust-dialogs';
import { RefusalNotice } from './refusal-notice';
import styles from './confirm-step.module.css';

export type ConfirmStepProps = {
  detail: DisbursementDetail;
  accounts: readonly BankAccountRow[];
  contacts: readonly ContactRow[];
  enterpriseName: string;
  confirm: Act;
  calls: AdjustCalls;
};

const ADJUSTABLE = ['AWAITING_CONFIRMATION', 'AWAITING_PRINT', 'AWAITING_RECEIPT'];

/** The second step: the account that is paid to and the person who is told, adjusted or confirmed. */
export function ConfirmStep(props: ConfirmStepProps) {
  const { detail, accounts, contacts, enterpriseName, calls, confirm } = props;
  const { account, contact, status } = detail;
  const isFree = detail.hold === null;
  const mayAdjust = isFree && ADJUSTABLE.includes(status);
  const mayMend = isFree && status === 'PAYMENT_FAILED' && detail.failure?.cause === 'account';
  const version = detail.receipts.find((receipt) => receipt.status !== 'VOIDED')?.version;
  const look = { size: 's', variant: mayMend ? 'primary' : 'plain' } as const;
  return (
    <>
      <dl className={styles.facts}>
        <dt>银行账户</dt>
        <dd>
          {account ? account.maskedNumber : '尚未选择'}
          {account && (
            <small>
              {account.bankName} <span>联行号 {account.cnapsCode}</span>
            </small>
          )}
        </dd>
        <dd className={styles.act}>
          {(mayAdjust || mayMend) && <AdjustAccount {...{ detail, calls, accounts, enterpriseName, look }} />}
        </dd>
        <dt>联系人</dt>
        <dd>{contact ? `${contact.name}　${contact.maskedMobile}` : '尚未选择'}</dd>
        <dd className={styles.act}>{mayAdjust && <AdjustContact {...{ detail, calls, contacts, look }} />}</dd>
      </dl>
      {mayAdjust && version !== undefined && <Hint>调整任何一项，第 {version} 版收据即作废。</Hint>}
      {detail.notBefore && <Hint>账户新增或变更不久，{formatDayTime(detail.notBefore)} 后方可付款。</Hint>}
      {isFree && status === 'AWAITING_CONFIRMATION' && <ConfirmForm detail={detail} confirm={confirm} />}
    </>
  );
}

function ConfirmForm({ detail, confirm }: { detail: DisbursementDetail; confirm: Act }) {
  const [state, submit] = useActionState(confirm, IDLE);
  const { id, account, contact } = detail;
  return (
    <form action={submit}>
      <Stack gap={4}>
        {state.status === 'refused' && <RefusalNotice explained={state.explained} />}
        <input type="hidden" name="disbursementId" value={id} />
        <input type="hidden" name="bankAccountId" value={account?.id ?? ''} />
        <input type="hidden" name="contactId" value={contact?.id ?? ''} />
        <div className={styles.submit}>
          <SubmitButton pendingLabel="正在确认" disabled={!account || !contact}>
            确认
          </SubmitButton>
          <p>
            {account && contact
              ? '资金转入以上账户，户名为本单位；收据打印前都可以调整。'
              : '请先选择银行账户和联系人。'}
          </p>
        </div>
      </Stack>
    </form>
  );
}

function Hint({ children }: { children: ReactNode }) {
  return (
    <p className={styles.hint}>
      <Icon name="warn" size="s" />
      <span>{children}</span>
    </p>
  );
}
