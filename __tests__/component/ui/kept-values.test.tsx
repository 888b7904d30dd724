import { describe, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useActionState } from 'react';
import { Checkbox, RadioGroup } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Select, TextArea, TextInput } from '@/components/ui/text-input';

const KINDS = [
  { value: 'resident', label: '居民身份证' },
  { value: 'passport', label: '护照' },
];

/** A form whose action always refuses and hands back what was typed, as the actions of the product do. */
function RefusingForm() {
  const [kept, submit] = useActionState(
    async (_before: Record<string, string>, form: FormData) =>
      Object.fromEntries([...form].map(([name, value]) => [name, String(value)])),
    {},
  );
  return (
    <form action={submit}>
      <Field id="name" label="姓名">
        <TextInput name="name" defaultValue={kept.name} />
      </Field>
      <Field id="why" label="说明">
        <TextArea name="why" defaultValue={kept.why} />
      </Field>
      <Field id="kind" label="证件类型">
        <Select name="kind" options={KINDS} defaultValue={kept.kind} />
      </Field>
      <RadioGroup id="by" name="by" legend="方式" options={KINDS} defaultValue={kept.by} />
      <Checkbox id="agree" name="agree" label="同意" defaultChecked={kept.agree === 'on'} />
      <SubmitButton>提交</SubmitButton>
    </form>
  );
}

describe('a refused form', () => {
  it('keeps everything that was typed and chosen', async () => {
    render(<RefusingForm />);
    fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '王䶮' } });
    fireEvent.change(screen.getByLabelText('说明'), { target: { value: '补充' } });
    fireEvent.change(screen.getByLabelText('证件类型'), { target: { value: 'passport' } });
    fireEvent.click(screen.getByLabelText('护照'));
    fireEvent.click(screen.getByLabelText('同意'));
    await act(async () => {
      fireEvent.click(screen.getByRole('button'));
    });

    expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('王䶮');
    expect(screen.getByLabelText<HTMLTextAreaElement>('说明').value).toBe('补充');
    expect(screen.getByLabelText<HTMLSelectElement>('证件类型').value).toBe('passport');
    expect(screen.getByLabelText<HTMLInputElement>('护照').checked).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('同意').checked).toBe(true);
  });
});
