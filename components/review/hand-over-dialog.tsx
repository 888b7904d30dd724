'use client';

import { announce } from '@/components/ui/announcer';
import { Field } from '@/components/ui/field';
import { Muted, Stack } from '@/components/ui/layout';
import { Select, TextArea } from '@/components/ui/text-input';
import { FormDialog } from './form-dialog';
import type { Desk } from './use-desk';

type Props = { desk: Desk; open: boolean; onClose: () => void; onChanged: () => void };
const said = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

/** 转交: the case goes to a colleague of the same stage, with all that was noted. */
export function HandOverDialog({ desk, open, onClose, onChanged }: Props) {
  const { view, acts } = desk;
  const stage = view.stage ?? 'FIRST';
  const people = view.colleagues.filter(({ stages }) => stages.includes(stage));
  async function handOver(form: FormData) {
    const input = { applicationId: view.id, toId: said(form, 'to'), reason: said(form, 'reason') };
    const answer = await acts.handOver(input);
    if (answer.ok) {
      announce(`已转交${answer.value.name}`);
      onChanged();
    }
    return answer;
  }
  return (
    <FormDialog open={open} onClose={onClose} title="转交本案" confirmLabel="转交" act={handOver}>
      <Stack gap={3}>
        <PersonField id="hand-over-to" name="to" label="转交给" people={people} none="本环节没有其他在岗的同事。" />
        <Field id="hand-over-reason" label="原因" hint="同事会看到，并记入办理经过。企业看不到。">
          <TextArea name="reason" required minLength={2} maxLength={500} rows={3} />
        </Field>
        <Muted>状态不变。您的意见和结论都在，由同事接着办理；转交后您只能查看。</Muted>
      </Stack>
    </FormDialog>
  );
}

/** 加签: a question to a colleague; the case stays here. */
export function AskDialog({ desk, open, onClose, onChanged }: Props) {
  const { view, acts } = desk;
  const asked = new Set(view.opinions.filter(({ status }) => status === 'ASKED').map(({ of }) => of));
  const people = view.colleagues.filter(({ name }) => !asked.has(name));
  async function ask(form: FormData) {
    const input = { applicationId: view.id, ofId: said(form, 'of'), question: said(form, 'question') };
    const answer = await acts.askOpinion(input);
    if (answer.ok) {
      announce(`已请${answer.value.name}提意见`);
      onChanged();
    }
    return answer;
  }
  return (
    <FormDialog open={open} onClose={onClose} title="请同事提意见（加签）" confirmLabel="发出加签" act={ask}>
      <Stack gap={3}>
        <PersonField id="ask-of" name="of" label="请谁" people={people} none="没有可以再请的同事。" />
        <Field id="ask-question" label="想请教什么" hint="同事打开本案即可查看全部材料，不必领取。">
          <TextArea name="question" required minLength={2} maxLength={500} rows={4} />
        </Field>
        <Muted>本案仍由您办理，加签的意见供参考，不作为审核结论，也不影响您办结。</Muted>
      </Stack>
    </FormDialog>
  );
}

type PersonFieldProps = {
  id: string;
  name: string;
  label: string;
  people: readonly { id: string; name: string }[];
  none: string;
};

function PersonField({ id, name, label, people, none }: PersonFieldProps) {
  return (
    <Field id={id} label={label} hint={people.length === 0 ? none : undefined}>
      <Select
        name={name}
        required
        placeholder="请选择同事"
        options={people.map((one) => ({ value: one.id, label: one.name }))}
      />
    </Field>
  );
}
