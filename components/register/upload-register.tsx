'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { REGISTER_BYTES_MAX } from '@/lib/enterprise/rules/register-sheet';
import { paths } from '@/lib/kernel/paths';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Card } from '../ui/card';
import { Field } from '../ui/field';
import { FileButton } from '../ui/file-button';
import { Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import { DateInput } from '../ui/text-input';
import styles from './register.module.css';

const LOST: Explained = {
  title: '没有传完',
  why: '网络断开，或服务暂时不可用。',
  next: [{ label: '文件还在，请再点一次“试读”' }],
};
const TOO_LARGE: Explained = { title: '文件过大', why: '文件不能超过 5 MB。', next: [{ label: '请分成几个文件导入' }] };
const NO_FILE: Explained = { title: '尚未选择文件', why: '请先选择 .xlsx 或 .csv 文件。', next: [] };

/** 试读: sends a spreadsheet to be read; what it would change is shown before anything changes. */
export function UploadRegister({ today }: { today: string }) {
  const router = useRouter();
  const [refused, setRefused] = useState<Explained | null>(null);
  const [pending, setPending] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget);
    const file = data.get('file');
    if (!(file instanceof File) || file.size === 0) return setRefused(NO_FILE);
    if (file.size > REGISTER_BYTES_MAX) return setRefused(TOO_LARGE);
    setPending(true);
    const answer = await upload(file, String(data.get('asOf') ?? ''));
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

async function upload(file: File, asOf: string): Promise<{ id: string } | { refused: Explained }> {
  try {
    const response = await fetch(`/api/legal-entities?${new URLSearchParams({ asOf })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: file,
    });
    const answer = (await response.json()) as { ok: boolean; value?: { id: string }; explained?: Explained };
    if (answer.ok && answer.value) return answer.value;
    return { refused: answer.explained ?? LOST };
  } catch {
    return { refused: LOST };
  }
}
