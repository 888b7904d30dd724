'use client';

import { useRouter } from 'next/navigation';
import { useId, useRef, useState, type FormEvent } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { TalentLineView } from '@/lib/disbursement/queries';
import { announce } from '../ui/announcer';
import { CheckboxGroup } from '../ui/choice';
import { Field } from '../ui/field';
import { FileButton } from '../ui/file-button';
import { Grid, Stack } from '../ui/layout';
import { Progress } from '../ui/progress';
import { SubmitButton } from '../ui/submit-button';
import { DateInput } from '../ui/text-input';
import { RefusalNotice } from './refusal-notice';
import { sendProof } from './send-proof';

export type ProofFormProps = {
  href: string;
  lines: readonly TalentLineView[];
  /** Ticked when the form appears. */
  chosen: readonly string[];
  today: string;
  maxAgeDays: number;
};

type Errors = { lines?: string; issuedOn?: string; file?: string };

/** 上传在职证明: one paper, the day it bears, and the talents who stand on it. */
export function ProofForm({ href, lines, chosen, today, maxAgeDays }: ProofFormProps) {
  const router = useRouter();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [errors, setErrors] = useState<Errors>({});
  const [refused, setRefused] = useState<Explained | null>(null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (share !== null) return;
    const data = new FormData(event.currentTarget);
    const lineIds = data.getAll('lines').map(String);
    const issuedOn = String(data.get('issuedOn') ?? '');
    const file = data.get('file');
    const hasFile = file instanceof File && file.size > 0;
    const missing: Errors = {
      lines: lineIds.length === 0 ? '请选择证明上的人才。' : undefined,
      issuedOn: issuedOn === '' ? '请填写证明上的出具日期。' : undefined,
      file: hasFile ? undefined : '请选择在职证明文件。',
    };
    setErrors(missing);
    setRefused(null);
    if (!hasFile || lineIds.length === 0 || issuedOn === '') return;
    setShare(0);
    const sent = await sendProof({ href, lineIds, issuedOn, file }, setShare);
    setShare(null);
    if (!sent.ok) {
      setErrors({ issuedOn: sent.explained.fields?.issuedOn });
      return setRefused(sent.explained);
    }
    form.current?.reset();
    announce(sent.complete ? '在职证明已齐，请确认账户和联系人' : `已上传 ${lineIds.length} 人的在职证明`);
    router.refresh();
  }

  return (
    <form ref={form} onSubmit={send} noValidate>
      <Stack gap={4}>
        {refused && <RefusalNotice explained={refused} />}
        {lines.length === 1 ? (
          <input type="hidden" name="lines" value={lines[0]?.id} />
        ) : (
          <CheckboxGroup
            id={`${id}lines`}
            name="lines"
            legend="证明上的人才"
            hint="一份证明可以写多人，一次上传即可。"
            error={errors.lines}
            options={lines.map((line) => ({ value: line.id, label: line.name, note: line.categoryLabel }))}
            defaultValues={chosen}
          />
        )}
        <Grid>
          <Field id={`${id}issuedOn`} label="出具日期" hint={`须为 ${maxAgeDays} 天以内`} error={errors.issuedOn}>
            <DateInput name="issuedOn" max={today} required />
          </Field>
          <Field id={`${id}file`} label="在职证明" hint="JPG、PNG 或 PDF，不超过 20 MB" error={errors.file}>
            <FileButton id={`${id}file`} name="file" label="选择文件" accept="image/jpeg,image/png,application/pdf" />
          </Field>
        </Grid>
        {share !== null && <Progress label="正在上传在职证明" value={Math.round(share * 100)} percent />}
        <div>
          <SubmitButton icon="upload" pending={share !== null} pendingLabel="正在上传">
            上传在职证明
          </SubmitButton>
        </div>
      </Stack>
    </form>
  );
}
