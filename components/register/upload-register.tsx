'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Card } from '../ui/card';
import { Field } from '../ui/field';
import { FileButton } from '../ui/file-button';
import { Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import { DateInput } from '../ui/text-input';
import styles from './register.module.css';
import { sendSheet } from './send-sheet';

/** 试读: sends a spreadsheet to be read; what it would change is shown before anything changes. */
export function UploadRegister({ today }: { today: string }) {
  const router = useRouter();
  const [refused, setRefused] = useState<Explained | null>(null);
  const [pending, setPending] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    setPending(true);
    const asOf = String(data.get('asOf') ?? '');
    const answer = await sendSheet(`/api/legal-entities?${new URLSearchParams({ asOf })}`, data.get('file'));
    setPending(false);
    if ('refused' in answer) return setRefused(answer.refused);
    router.push(paths.staffRegisterImport(answer.id));
  }

  return (
    <Card title="导入新数据" aside=".xlsx 或 .csv，不超过 5 MB、5,000 行；没有列出的企业保持不变">
      <Stack gap={4}>
        {refused && <RefusalNotice explained={refused} />}
        <form onSubmit={send} className={styles.upload}>
          <Field id="register-as-of" label="数据日期" aside="登记机关导出之日">
            <DateInput name="asOf" defaultValue={today} max={today} required />
          </Field>
          <Field id="register-file" label="文件（列按表头识别，次序不限）">
            <FileButton id="register-file" name="file" label="选择文件" accept=".xlsx,.csv" />
          </Field>
          <SubmitButton pending={pending} pendingLabel="正在试读">
            试读
          </SubmitButton>
        </form>
      </Stack>
    </Card>
  );
}
