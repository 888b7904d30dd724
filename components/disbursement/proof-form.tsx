'use client';

import { useId } from 'react';
import type { TalentLineView } from '@/lib/disbursement/queries';
import { CheckboxGroup } from '../ui/choice';
import { Field, FieldError } from '../ui/field';
import { FileButton } from '../ui/file-button';
import { Grid, Stack } from '../ui/layout';
import { Progress } from '../ui/progress';
import { SubmitButton } from '../ui/submit-button';
import { DateInput, Select } from '../ui/text-input';
import { RefusalNotice } from './refusal-notice';
import { useProofUpload, type PickedProof } from './use-proof-upload';

export type ProofFormProps = {
  href: string;
  lines: readonly TalentLineView[];
  /** Ticked when the form appears. */
  chosen: readonly string[];
  today: string;
  maxAgeDays: number;
  /** Called when everything was taken. */
  done: () => void;
};

/** 上传在职证明: one paper for all who stand on it, or several at once with one talent each; and the day they bear. */
export function ProofForm({ href, lines, chosen, today, maxAgeDays, done }: ProofFormProps) {
  const id = useId();
  const { share, errors, refused, picked, isSeveral, pick, assign, send } = useProofUpload(href, lines, done);
  return (
    <form onSubmit={send} noValidate>
      <Stack gap={4}>
        {refused && <RefusalNotice explained={refused} />}
        <Grid>
          <Field
            id={`${id}file`}
            label="在职证明"
            hint={`JPG、PNG 或 PDF，不超过 20 MB${lines.length > 1 ? '，可一次选多个' : ''}`}
            error={errors.file}
          >
            <FileButton
              id={`${id}file`}
              label="选择文件"
              accept="image/jpeg,image/png,application/pdf"
              multiple={lines.length > 1}
              onChange={(event) => pick(Array.from(event.target.files ?? []))}
            />
          </Field>
          <Field
            id={`${id}issuedOn`}
            label="出具日期"
            hint={isSeveral ? `须为 ${maxAgeDays} 天以内；日期不同的请分次上传` : `须为 ${maxAgeDays} 天以内`}
            error={errors.issuedOn}
          >
            <DateInput name="issuedOn" max={today} required />
          </Field>
        </Grid>
        {isSeveral && <WhoseFiles {...{ id, lines, picked, assign }} error={errors.lines} />}
        {!isSeveral && <WhoStandsOnIt {...{ id, lines, chosen }} error={errors.lines} />}
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

type WhoStandsOnItProps = { id: string; lines: readonly TalentLineView[]; chosen: readonly string[]; error?: string };

function WhoStandsOnIt({ id, lines, chosen, error }: WhoStandsOnItProps) {
  if (lines.length === 1) return <input type="hidden" name="lines" value={lines[0]?.id} />;
  return (
    <CheckboxGroup
      id={`${id}lines`}
      name="lines"
      legend="证明上的人员"
      hint="一份证明可以写多人，一次上传即可。"
      error={error}
      options={lines.map((line) => ({ value: line.id, label: line.name, note: line.categoryLabel }))}
      defaultValues={chosen}
    />
  );
}

type WhoseFilesProps = {
  id: string;
  lines: readonly TalentLineView[];
  picked: readonly PickedProof[];
  assign: (index: number, lineId: string) => void;
  error?: string;
};

/** Of several files whose each one is: proposed by its name, to be put right here. */
function WhoseFiles({ id, lines, picked, assign, error }: WhoseFilesProps) {
  const options = lines.map((line) => ({ value: line.id, label: line.name }));
  return (
    <Stack gap={2}>
      <p>已按文件名对应人员，请核对。</p>
      <Grid>
        {picked.map(({ file, lineId }, index) => (
          <Field key={`${index} ${file.name}`} id={`${id}whose${index}`} label={file.name}>
            <Select
              options={options}
              placeholder="请选择人员"
              value={lineId}
              onChange={(event) => assign(index, event.target.value)}
            />
          </Field>
        ))}
      </Grid>
      {error && <FieldError id={`${id}whose`}>{error}</FieldError>}
    </Stack>
  );
}
