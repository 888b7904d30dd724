'use client';

import { announce } from '@/components/ui/announcer';
import { RadioGroup } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Stack } from '@/components/ui/layout';
import { TextArea } from '@/components/ui/text-input';
import { VERDICT_LABELS, type OpinionVerdict } from '@/lib/review/rules/labels';
import type { DeskActs } from './acts';
import { FormDialog } from './form-dialog';

type Props = {
  asked: { readonly id: string; readonly by: string; readonly question: string };
  answer: DeskActs['answerOpinion'];
  open: boolean;
  onClose: () => void;
  onDone: () => void;
};

/** 答复加签: agree, disagree or a remark; words are needed for all but a plain yes. */
export function AnswerDialog({ asked, answer, open, onClose, onDone }: Props) {
  async function send(form: FormData) {
    const done = await answer({
      opinionId: asked.id,
      verdict: String(form.get('verdict') ?? '') as OpinionVerdict,
      answer: String(form.get('answer') ?? '').trim(),
    });
    if (done.ok) {
      announce(`已答复${asked.by}`);
      onDone();
    }
    return done;
  }
  return (
    <FormDialog open={open} onClose={onClose} title={`${asked.by}请您提意见`} confirmLabel="答复" act={send}>
      <Stack gap={3}>
        <p>{asked.question}</p>
        <RadioGroup
          id="opinion-verdict"
          name="verdict"
          legend="您的意见"
          look="inline"
          defaultValue="AGREE"
          options={Object.entries(VERDICT_LABELS).map(([value, label]) => ({ value, label }))}
        />
        <Field id="opinion-answer" label="说明" hint="不同意或仅提意见时须写明。审核人员看到，企业看不到。">
          <TextArea name="answer" maxLength={1000} rows={4} />
        </Field>
      </Stack>
    </FormDialog>
  );
}
