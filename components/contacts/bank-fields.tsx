'use client';

import { useEffect, useState } from 'react';
import type { FoundBanks } from '@/lib/enterprise/bank-queries';
import { bankStanding } from '@/lib/enterprise/rules/bank-standing';
import { parseCnaps } from '@/lib/kernel/cnaps';
import { Button } from '../ui/button';
import { Combobox } from '../ui/combobox';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { TextInput } from '../ui/text-input';
import type { EntryMore, FindBanks } from './entry-calls';

type Asked = { readonly words: string; readonly cnapsCode: string };
type Answer = { readonly asked: Asked; readonly found: FoundBanks };

/** Typing rests for so long before the table is asked. */
const REST_MS = 180;

/** 开户行 and 联行号 of the form of an account, proposed and compared out of the bank table. */
export const bankFields = (find: FindBanks): EntryMore => ({
  names: ['bankName', 'cnapsCode'],
  draw: (given) => <BankFields find={find} {...given} />,
});

type BankFieldsProps = Parameters<EntryMore['draw']>[0] & { find: FindBanks };

/** What the table has for what is typed; an answer that comes late never overtakes a newer one. */
function useFoundBanks(find: FindBanks, asked: Asked): Answer | null {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { words, cnapsCode } = asked;
  useEffect(() => {
    if (words.trim() === '' && cnapsCode.trim() === '') return;
    let isOver = false;
    const timer = setTimeout(async () => {
      const found = await find({ words, cnapsCode }).catch(() => null);
      if (!isOver && found?.ok) setAnswer({ asked: { words, cnapsCode }, found: found.value });
    }, REST_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [find, words, cnapsCode]);
  return answer;
}

function BankFields({ find, id, errors, start }: BankFieldsProps) {
  const [bankName, setBankName] = useState(start.bankName ?? '');
  const [cnapsCode, setCnapsCode] = useState(start.cnapsCode ?? '');
  const answer = useFoundBanks(find, { words: bankName, cnapsCode });
  const options = answer?.asked.words === bankName ? answer.found.rows : [];
  const branch = answer?.asked.cnapsCode === cnapsCode ? answer.found.ofCode : null;
  const isChosen = branch !== null && bankStanding(bankName, branch) === 'known';

  function choose(code: string) {
    const row = options.find((one) => one.cnapsCode === code);
    if (!row) return;
    setBankName(row.name);
    setCnapsCode(row.cnapsCode);
  }

  return (
    <>
      <Field id={`${id}bankName`} label="开户行" aside="可输入名称、城市或联行号查找" error={errors.bankName}>
        <Combobox
          name="bankName"
          value={bankName}
          onType={setBankName}
          options={isChosen ? [] : options.map(optionOf)}
          onChoose={choose}
          more={answer?.found.more ? '还有更多，请多输入几个字。' : undefined}
          listLabel="银行表中的开户行"
          maxLength={60}
          required
        />
      </Field>
      <Field
        id={`${id}cnapsCode`}
        label="联行号"
        aside="12 位"
        error={errors.cnapsCode}
        passed={isChosen && '与银行表一致'}
      >
        <TextInput
          name="cnapsCode"
          inputMode="numeric"
          value={cnapsCode}
          onChange={(event) => setCnapsCode(event.target.value)}
          required
        />
      </Field>
      <Said {...{ answer, bankName, cnapsCode }} take={setBankName} />
    </>
  );
}

const optionOf = ({ cnapsCode, name, city }: FoundBanks['rows'][number]) => ({
  value: cnapsCode,
  label: name,
  note: `${city}　${cnapsCode}`,
});

type SaidProps = {
  answer: Answer | null;
  bankName: string;
  cnapsCode: string;
  take: (bankName: string) => void;
};

/** What the table says against the number; it never keeps anybody from saving. */
function Said({ answer, bankName, cnapsCode, take }: SaidProps) {
  if (!answer?.found.hasTable || answer.asked.cnapsCode !== cnapsCode || !parseCnaps(cnapsCode).ok) return null;
  const { ofCode } = answer.found;
  if (!ofCode) {
    return (
      <Notice tone="amber" role="status" title="联行号不在银行表中">
        请与开户行核对。确认无误的可以保存，财务付款前会再核对。
      </Notice>
    );
  }
  if (bankStanding(bankName, ofCode) === 'known') return null;
  const isEmpty = bankName.trim() === '';
  return (
    <Notice
      tone={isEmpty ? 'blue' : 'amber'}
      role="status"
      title={isEmpty ? '银行表中有这个联行号' : '开户行与联行号不一致'}
      actions={
        <Button size="s" variant="plain" onClick={() => take(ofCode.name)}>
          填入此开户行
        </Button>
      }
    >
      该联行号是“{ofCode.name}”。
    </Notice>
  );
}
