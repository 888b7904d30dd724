'use client';

import { useRouter } from 'next/navigation';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { BankAccountRow } from '@/lib/enterprise/queries';
import { announce } from '../ui/announcer';
import { BankAccountDialog } from './bank-account-dialog';
import type { ProofActs } from '../account/proof-acts';
import type { EntryCalls, FindBanks } from './entry-calls';
import { EntryList } from './entry-list';

/** The acts on the list of accounts, with what the form of one asks. */
export type AccountCalls = EntryCalls & { readonly findBanks: FindBanks; readonly proof: ProofActs };

export type BankAccountListProps = {
  accounts: readonly BankAccountRow[];
  holder: string;
  /** Missing where the reader may only look. */
  calls?: AccountCalls;
  chosenId?: string | null;
  onChoose?: (id: string) => void;
};

/** 银行账户, to read, maintain, and where asked for to choose from. */
export function BankAccountList({ accounts, holder, calls, chosenId, onChoose }: BankAccountListProps) {
  const router = useRouter();
  return (
    <EntryList
      word="账户"
      emptyWhy="补贴拨付时须确认一个本单位的账户，可以先登记好。"
      entries={accounts.map(({ id, maskedNumber, bankName, cnapsCode, createdAt, holder: name }) => ({
        id,
        title: maskedNumber,
        lines: [`${bankName}　联行号 ${cnapsCode}`, `户名 ${name}　${formatDay(shanghaiDayOf(createdAt))} 登记`],
      }))}
      chosenId={chosenId}
      onChoose={onChoose}
      change={
        calls &&
        (({ id }) => (
          <BankAccountDialog
            save={calls.save}
            findBanks={calls.findBanks}
            proof={calls.proof}
            holder={holder}
            account={accounts.find((account) => account.id === id)}
            look={{ size: 's', variant: 'quiet', icon: 'pen' }}
            done={(saved) => {
              if (chosenId === id) onChoose?.(saved);
              announce('账户已保存');
              router.refresh();
            }}
          />
        ))
      }
      retire={calls && ((id) => calls.retire({ id }))}
      retired={() => {
        announce('账户已停用');
        router.refresh();
      }}
    />
  );
}

/** 新增账户 at the head of a list. */
export function AddBankAccount({ calls, holder }: { calls: AccountCalls; holder: string }) {
  const router = useRouter();
  return (
    <BankAccountDialog
      save={calls.save}
      findBanks={calls.findBanks}
      proof={calls.proof}
      holder={holder}
      look={{ size: 's', icon: 'plus' }}
      done={() => {
        announce('账户已保存');
        router.refresh();
      }}
    />
  );
}
