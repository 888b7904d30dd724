'use client';

import { useActionState } from 'react';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';
import { Field } from '../ui/field';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { PasswordInput } from '../ui/password-input';
import { SubmitButton } from '../ui/submit-button';
import { TextInput } from '../ui/text-input';
import { FormRefusal } from './form-refusal';

export type FormAction = (before: ActionState, form: FormData) => Promise<ActionState>;

export type AccountField = {
  readonly name: string;
  readonly label: string;
  readonly kind?: 'text' | 'password' | 'code' | 'tel' | 'email';
  readonly autoComplete?: string;
  readonly hint?: string;
  readonly aside?: string;
  readonly optional?: boolean;
};

export type AccountFormProps = {
  action: FormAction;
  fields: readonly AccountField[];
  /** Sent along unseen. */
  hidden?: Readonly<Record<string, string>>;
  submitLabel: string;
  pendingLabel: string;
  /** Title of what is not done yet: 密码尚未修改. */
  notDone?: string;
  full?: boolean;
  danger?: boolean;
};

/** A short form about an account: fields, what is wrong with them, and what was done. */
export function AccountForm(props: AccountFormProps) {
  const { action, fields, hidden = {}, submitLabel, pendingLabel, notDone, full, danger } = props;
  const [state, submit] = useActionState(action, IDLE);
  const refused = state.status === 'refused' ? state : null;
  const errors = refused?.explained.fields ?? {};
  return (
    // A new key empties the fields once it is done; what was refused stays.
    <form action={submit} noValidate key={state.status === 'done' ? state.at : 'open'}>
      <Stack gap={4}>
        {refused && <FormRefusal refused={refused} known={fields.map(({ name }) => name)} notDone={notDone} />}
        {state.status === 'done' && state.message && <Notice tone="green" role="status" title={state.message} />}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {fields.map((field) => (
          <AccountControl key={field.name} field={field} kept={refused?.keep[field.name]} error={errors[field.name]} />
        ))}
        <div>
          <SubmitButton full={full} pendingLabel={pendingLabel} variant={danger ? 'danger' : 'primary'}>
            {submitLabel}
          </SubmitButton>
        </div>
      </Stack>
    </form>
  );
}

function AccountControl({ field, kept, error }: { field: AccountField; kept?: string; error?: string }) {
  const { name, label, kind = 'text', autoComplete, hint, aside, optional } = field;
  const common = { name, autoComplete, required: !optional } as const;
  return (
    <Field id={name} label={label} hint={hint} aside={aside} error={error} optional={optional}>
      {kind === 'password' ? (
        <PasswordInput {...common} />
      ) : (
        <TextInput
          {...common}
          defaultValue={kept}
          inputMode={kind === 'code' ? 'numeric' : kind === 'text' ? undefined : kind}
          spellCheck={false}
          autoCapitalize="none"
        />
      )}
    </Field>
  );
}
