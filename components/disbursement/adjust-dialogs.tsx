'use client';

import type { DisbursementDetail } from '@/lib/disbursement/queries';
import type { BankAccountRow, ContactRow } from '@/lib/enterprise/queries';
import type { ButtonLook } from '../ui/button';
import { Notice } from '../ui/notice';
import type { ProofActs } from '../account/proof-acts';
import { useProof } from '../account/use-proof';
import { bankFields } from '../contacts/bank-fields';
import type { Done, FindBanks, Saved } from '../contacts/entry-calls';
import { ACCOUNT_FIELDS, CONTACT_FIELDS } from '../contacts/entry-fields';
import { PickDialog } from './pick-dialog';
import styles from './pick-dialog.module.css';

/** What the page gives the dialogs to act with. */
export type AdjustCalls = {
  readonly findBanks: FindBanks;
  /** How the person proves that it is still he, before an account or contact is changed. */
  readonly proof: ProofActs;
  readonly saveAccount: (given: unknown) => Promise<Saved>;
  readonly retireAccount: (given: unknown) => Promise<Done>;
  readonly adjustAccount: (given: unknown) => Promise<Done>;
  readonly mendAccount: (given: unknown) => Promise<Done>;
  readonly saveContact: (given: unknown) => Promise<Saved>;
  readonly retireContact: (given: unknown) => Promise<Done>;
  readonly adjustContact: (given: unknown) => Promise<Done>;
};

type Shared = { detail: DisbursementDetail; calls: AdjustCalls; look?: ButtonLook };

/** 调整银行账户: choose or maintain; after a failed payment it begins the way to a new receipt. */
export function AdjustAccount(props: Shared & { accounts: readonly BankAccountRow[]; enterpriseName: string }) {
  const { detail, calls, accounts, enterpriseName, look } = props;
  const version = currentVersion(detail);
  const hasFailed = detail.status === 'PAYMENT_FAILED';
  const { proven, dialog } = useProof(calls.proof);
  const act = proven(hasFailed ? calls.mendAccount : calls.adjustAccount);
  return (
    <>
      <PickDialog
        title="调整银行账户"
        look={look}
        word="账户"
        heading="选择收款账户"
        entries={accounts.map(({ id, maskedNumber, bankName, cnapsCode }) => ({
          id,
          title: maskedNumber,
          note: `${bankName}　联行号 ${cnapsCode}`,
          start: { bankName, cnapsCode },
        }))}
        currentId={detail.account?.id ?? null}
        warning={version !== null && <Voids version={version} detail={detail} what="账户" />}
        fields={ACCOUNT_FIELDS}
        more={bankFields(calls.findBanks)}
        fixed={{ label: '户名', value: enterpriseName }}
        hint="户名须与申报单位一致；账号 8 至 30 位，可含连字符。"
        footNote={
          detail.accountQuietHours > 0 ? `账户新增或变更 ${detail.accountQuietHours} 小时后方可付款。` : undefined
        }
        chooseLabel={chooseLabel('账户', version)}
        mayKeep={hasFailed}
        save={proven(calls.saveAccount)}
        retire={(id) => calls.retireAccount({ id })}
        choose={(bankAccountId) => act({ disbursementId: detail.id, bankAccountId })}
      />
      {dialog}
    </>
  );
}

/** 调整联系人: choose or maintain. */
export function AdjustContact(props: Shared & { contacts: readonly ContactRow[] }) {
  const { detail, calls, contacts, look } = props;
  const version = currentVersion(detail);
  const { proven, dialog } = useProof(calls.proof);
  return (
    <>
      <PickDialog
        title="调整联系人"
        look={look}
        word="联系人"
        heading="选择联系人"
        entries={contacts.map(({ id, name, position, maskedMobile, maskedEmail }) => ({
          id,
          title: position ? `${name}　${position}` : name,
          note: `${maskedMobile}　${maskedEmail}`,
          start: { name, position: position ?? '' },
        }))}
        currentId={detail.contact?.id ?? null}
        warning={version !== null && <Voids version={version} detail={detail} what="联系人" />}
        fields={CONTACT_FIELDS}
        hint="短信和邮件提醒发给所选的联系人。"
        chooseLabel={chooseLabel('联系人', version)}
        save={calls.saveContact}
        retire={(id) => calls.retireContact({ id })}
        choose={(contactId) => proven(calls.adjustContact)({ disbursementId: detail.id, contactId })}
      />
      {dialog}
    </>
  );
}

function currentVersion(detail: DisbursementDetail): number | null {
  return detail.receipts.find((receipt) => receipt.status !== 'VOIDED')?.version ?? null;
}

function chooseLabel(word: string, version: number | null): string {
  return version === null ? `使用所选${word}` : `更换${word}并作废第 ${version} 版`;
}

function Voids({ version, detail, what }: { version: number; detail: DisbursementDetail; what: string }) {
  return (
    <Notice tone="amber" title={`更换${what}后，第 ${version} 版收据将作废`}>
      <ul className={styles.warning}>
        <li>
          {detail.receiptNumber} 第 {version} 版不能再上传
        </li>
        <li>正在进行的手机拍照随即结束</li>
        <li>须打印第 {version + 1} 版，重新盖章和拍照</li>
        <li>
          打印第 {version + 1} 版前，可改回原{what}
        </li>
      </ul>
    </Notice>
  );
}
