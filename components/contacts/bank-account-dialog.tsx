'use client';

import type { BankAccountRow } from '@/lib/enterprise/queries';
import type { ButtonLook } from '../ui/button';
import type { ProofActs } from '../account/proof-acts';
import { useProof } from '../account/use-proof';
import { bankFields } from './bank-fields';
import type { EntryCalls, FindBanks } from './entry-calls';
import { EntryDialog } from './entry-dialog';
import { ACCOUNT_FIELDS } from './entry-fields';

export type BankAccountDialogProps = {
  save: EntryCalls['save'];
  findBanks: FindBanks;
  proof: ProofActs;
  /** 户名: always the enterprise itself. */
  holder: string;
  /** The account that is changed; missing: a new one. */
  account?: BankAccountRow;
  look?: ButtonLook;
  /** Told the id to choose from now on. */
  done: (id: string) => void;
};

/** 新增账户 or 修改 of one: a changed account is a new row, so its number is typed whole. */
export function BankAccountDialog(props: BankAccountDialogProps) {
  const { save, findBanks, proof, holder, account, look, done } = props;
  const { proven, dialog } = useProof(proof);
  return (
    <>
      <EntryDialog
        label={account ? '修改' : '新增账户'}
        spoken={account && `修改账户 ${account.maskedNumber}`}
        look={look}
        title={account ? '修改银行账户' : '新增银行账户'}
        hint={
          account
            ? `原账号 ${account.maskedNumber}。为保护信息，请重新填写完整。`
            : '补贴只转入本单位自己的账户，户名不能更改。'
        }
        fields={ACCOUNT_FIELDS}
        more={bankFields(findBanks)}
        fixed={{ label: '户名', value: holder }}
        start={account && { bankName: account.bankName, cnapsCode: account.cnapsCode }}
        saveLabel="保存账户"
        save={(typed) => proven(save)(account ? { ...typed, id: account.id } : typed)}
        done={done}
      />
      {dialog}
    </>
  );
}
