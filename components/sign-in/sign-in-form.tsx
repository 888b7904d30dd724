'use client';

import { useActionState } from 'react';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';
import { ErrorSummary } from '../ui/error-summary';
import { Field } from '../ui/field';
import { Notice } from '../ui/notice';
import { PasswordInput } from '../ui/password-input';
import { Stack } from '../ui/layout';
import { SubmitButton } from '../ui/submit-button';
import { TextInput } from '../ui/text-input';
import { Anchor } from '../ui/anchor';
import { PictureCodeField } from './picture-code-field';

export type SignInFormProps = {
  action: (before: ActionState, form: FormData) => Promise<ActionState>;
  side: 'enterprise' | 'staff';
  /** Id of the first picture. */
  codeId: string;
  /** Where one wanted to go. */
  next?: string;
};

/** 法人用户 and staff sign in by the same form; staff have no enterprise to name. */
export function SignInForm({ action, side, codeId, next }: SignInFormProps) {
  const [state, submit] = useActionState(action, IDLE);
  const refused = state.status === 'refused' ? state : null;
  const { keep, errors } = { keep: refused?.keep ?? {}, errors: errorsOf(refused) };
  return (
    <form action={submit} noValidate>
      {refused && <Refusal refused={refused} errors={errors} />}
      <Stack gap={4}>
        <input type="hidden" name="next" value={next ?? ''} />
        {side === 'enterprise' && (
          <Field id="enterprise" label="企业名称" aside="也可填统一社会信用代码" error={errors.enterprise}>
            <TextInput name="enterprise" defaultValue={keep.enterprise} autoComplete="organization" required />
          </Field>
        )}
        <Field
          id="username"
          label="用户名"
          aside={side === 'enterprise' ? 'admin、super 或本人用户名' : undefined}
          error={errors.username}
        >
          <TextInput
            name="username"
            defaultValue={keep.username}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        </Field>
        <Field id="password" label="密码" error={errors.password}>
          <PasswordInput name="password" required />
        </Field>
        <PictureCodeField
          purpose={`${side}-sign-in`}
          firstId={codeId}
          stamp={state.status === 'idle' ? 0 : state.at}
          error={errors.pictureCode}
        />
        <SubmitButton size="l" full pendingLabel="正在登录">
          登录
        </SubmitButton>
      </Stack>
    </form>
  );
}

type Refused = Extract<ActionState, { status: 'refused' }>;
type Errors = Readonly<Record<string, string | undefined>>;

/** The picture's hidden id is no field that one could mend; its complaint belongs to the picture. */
function errorsOf(refused: Refused | null): Errors {
  const { pictureCodeId, ...fields } = refused?.explained.fields ?? {};
  return pictureCodeId && !fields.pictureCode ? { ...fields, pictureCode: pictureCodeId } : fields;
}

function Refusal({ refused, errors }: { refused: Refused; errors: Errors }) {
  const items = Object.entries(errors).map(([id, label]) => ({ label: label ?? '', href: `#${id}` }));
  if (items.length > 0) {
    return <ErrorSummary title={`尚未登录，有 ${items.length} 处需要更正`} items={items} stamp={refused.at} />;
  }
  const { title, why, next } = refused.explained;
  if (next.length === 0 || !next[0]?.href) {
    return <ErrorSummary title={title} items={[{ label: why, href: '#password' }]} stamp={refused.at} />;
  }
  return (
    <Notice tone="amber" role="alert" title={title}>
      <p>{why}</p>
      {next.map((step) => (
        <p key={step.label}>{step.href ? <Anchor href={step.href}>{step.label}</Anchor> : step.label}</p>
      ))}
    </Notice>
  );
}
