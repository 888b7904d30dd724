'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { sendSheet } from '../register/send-sheet';
import { Card } from '../ui/card';
import { RadioGroup } from '../ui/choice';
import { Field } from '../ui/field';
import { FileButton } from '../ui/file-button';
import { Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';

/** 试读: sends a spreadsheet to be read; what it would change is shown before anything changes. */
export function UploadBanks() {
  const router = useRouter();
  const [refused, setRefused] = useState<Explained | null>(null);
  const [pending, setPending] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    setPending(true);
    const scope = String(data.get('scope') ?? '');
    const answer = await sendSheet(`/api/banks?${new URLSearchParams({ scope })}`, data.get('file'));
    setPending(false);
    if ('refused' in answer) return setRefused(answer.refused);
    router.push(paths.staffBankImport(answer.id));
  }

  return (
    <Card title="导入银行表" aside="开户行名称、联行号、城市三列；.xlsx 或 .csv，不超过 5 MB、5,000 行">
      <form onSubmit={send}>
        <Stack gap={4}>
          {refused && <RefusalNotice explained={refused} />}
          <RadioGroup
            id="banks-scope"
            name="scope"
            legend="这份文件是"
            look="inline"
            defaultValue="part"
            options={[
              { value: 'part', label: '补充', note: '没有列出的保持不变' },
              { value: 'whole', label: '整表', note: '没有列出的视为已撤销' },
            ]}
          />
          <Field id="banks-file" label="文件（列按表头识别，次序不限）">
            <FileButton id="banks-file" name="file" label="选择文件" accept=".xlsx,.csv" />
          </Field>
          <div>
            <SubmitButton pending={pending} pendingLabel="正在试读">
              试读
            </SubmitButton>
          </div>
        </Stack>
      </form>
    </Card>
  );
}
