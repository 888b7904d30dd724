'use client';

import { useId } from 'react';
import type { TalentLineView } from '@/lib/disbursement/queries';
import { CheckboxGroup } from '../ui/choice';
import { Field } from '../ui/field';
import { FileButton } from '../ui/file-button';
import { Grid, Stack } from '../ui/layout';
import { Progress } from '../ui/progress';
import { SubmitButton } from '../ui/submit-button';
import { DateInput } from '../ui/text-input';
import { RefusalNotice } from './refusal-notice';
import { useProofUpload } from './use-proof-upload';

export type ProofFormProps = {
  href: string;
  lines: readonly TalentLineView[];
  /** Ticked when the form appears. */
  chosen: readonly string[];
  today: string;
  maxAgeDays: number;
  /** Called when a paper was taken. */
  done: () => void;
};

/** 上传在职证明: one paper, the day it bears, and the talents who stand on it. */
export function ProofForm({ href, lines, chosen, today, maxAgeDays, done }: ProofFormProps) {
  const id = useId();
  const { share, errors, refused, setFile, send } = useProofUpload(href, done);
  return (
    <form onSubmit={send} noValidate>
      <Stack gap={4}>
        {refused && <RefusalNotice explained={refused} />}
        {lines.length === 1 ? (
          <input type="hidden" name="lines" value={lines[0]?.id} />
        ) : (
          <CheckboxGroup
            id={`${id}lines`}
            name="lines"
            legend="证明上的人员"
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
            <FileButton
              id={`${id}file`}
              label="选择文件"
              accept="image/jpeg,image/png,application/pdf"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
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
