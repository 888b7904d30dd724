'use client';

import { Fragment, useActionState, useId } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';
import { Anchor } from '../ui/anchor';
import { announce } from '../ui/announcer';
import { ConfirmDialog, type ConfirmDialogProps } from '../ui/confirm-dialog';
import { Field } from '../ui/field';
import { Stack } from '../ui/layout';
import { DateInput, TextArea, TextInput } from '../ui/text-input';

export type Act = (before: ActionState, form: FormData) => Promise<ActionState>;

/** A field that the dialog asks for beside the confirmation. */
export type Ask = {
  name: string;
  label: string;
  hint?: string;
  /** text: several lines, for reasons. */
  kind?: 'line' | 'text' | 'day';
  unit?: string;
  inputMode?: 'numeric' | 'decimal';
  /** What stands there before anything is typed. */
  start?: string;
};

export type ActConfirmProps = Omit<ConfirmDialogProps, 'action' | 'error'> & { act: Act; asks?: readonly Ask[] };

/** A binding act behind its confirmation: what is typed stays after a refusal, and the refusal stands in the dialog. */
export function ActConfirm({ act, asks = [], children, ...dialog }: ActConfirmProps) {
  const [state, submit] = useActionState(async (before: ActionState, form: FormData) => {
    const next = await act(before, form);
    // Not in an effect: an act that is done mostly takes its own button off the page.
    if (next.status === 'done' && next.message) announce(next.message);
    return next;
  }, IDLE);
  const id = useId();
  const refused = state.status === 'refused' ? state : null;

  return (
    <ConfirmDialog {...dialog} action={submit} error={refused && <Why explained={refused.explained} />}>
      {(children || asks.length > 0) && (
        <Stack gap={4}>
          {children}
          {asks.map(({ name, label, hint, kind = 'line', start, ...input }) => {
            const shared = { name, defaultValue: refused?.keep[name] ?? start, required: true };
            return (
              <Field
                key={`${name} ${refused?.at ?? 0}`}
                id={`${id}${name}`}
                label={label}
                hint={hint}
                error={refused?.explained.fields?.[name]}
              >
                {controlOf(kind, shared, input)}
              </Field>
            );
          })}
        </Stack>
      )}
    </ConfirmDialog>
  );
}

/** The control itself and no component around it: the field gives it its id and its description. */
function controlOf(
  kind: NonNullable<Ask['kind']>,
  shared: { name: string; defaultValue?: string; required: boolean },
  input: Pick<Ask, 'unit' | 'inputMode'>,
) {
  if (kind === 'text') return <TextArea {...shared} rows={3} />;
  if (kind === 'day') return <DateInput {...shared} />;
  return <TextInput {...shared} {...input} />;
}

/** The dialog sets it in one paragraph. A link opens beside, so that what was typed here stays. */
function Why({ explained: { title, why, next } }: { explained: Explained }) {
  return (
    <>
      <b>{title}</b>
      <br />
      {why}
      {next.map(({ label, href }) => (
        <Fragment key={label}>
          <br />
          {href ? (
            <Anchor href={href} target="_blank">
              {label}
            </Anchor>
          ) : (
            label
          )}
        </Fragment>
      ))}
    </>
  );
}
