'use client';

import type { InputHTMLAttributes } from 'react';
import { RadioGroup } from '@/components/ui/choice';
import { Field, type FieldProps } from '@/components/ui/field';
import { DateInput, MonthInput, Select, TextArea, TextInput } from '@/components/ui/text-input';
import { optionsOf } from '@/lib/forms/rules/choices';
import { standardWord } from '@/lib/programme/rules/amounts';
import type { CategoryConfig, FieldConfig, FieldType, ProgrammeConfig } from '@/lib/programme/rules/config';
import { useTyped } from './use-typed';

export type FieldControlProps = {
  readonly field: FieldConfig;
  readonly id: string;
  readonly value: string;
  readonly categories: readonly CategoryConfig[];
  /** What the standard of a category counts for; once, where nothing is said. */
  readonly amount?: ProgrammeConfig['amount'];
  readonly error?: string | undefined;
  readonly passed?: string | undefined;
  readonly onChange: (value: string) => void;
  /** The field was left: what was typed is saved at once. */
  readonly onLeave: () => void;
};

type Words = Omit<FieldProps, 'children'>;

/** The control that a configured field asks for, with its words. */
export function FieldControl(props: FieldControlProps) {
  const { field, id, error, passed } = props;
  const words: Words = { id, label: field.label, hint: field.hint, error, passed, optional: field.optional };
  switch (field.type) {
    case 'category':
      return <CategoryChoice {...props} />;
    case 'yesNo':
    case 'choice':
      return optionsOf(field).length <= 3 ? <FewChoices {...props} /> : <OneOfList {...props} words={words} />;
    case 'idType':
      return <OneOfList {...props} words={words} />;
    case 'day':
    case 'month':
      return <Dated {...props} words={words} />;
    default:
      return <Typed {...props} words={words} />;
  }
}

type WithWords = FieldControlProps & { readonly words: Words };

function Typed({ field, value, passed, onChange, onLeave, words }: WithWords) {
  const typed = useTyped(value, onChange, onLeave);
  if (field.type === 'longText') {
    const count = field.maxLength ? `${[...typed.value].length} / ${field.maxLength}` : undefined;
    return (
      <Field {...words} aside={count}>
        <TextArea {...typed} />
      </Field>
    );
  }
  return (
    <Field {...words}>
      <TextInput {...typed} {...KEYBOARD[field.type]} unit={field.unit} passed={passed !== undefined} />
    </Field>
  );
}

/** What helps typing on a phone, and what a browser may fill in: nothing of other people. */
type Keyboard = Pick<InputHTMLAttributes<HTMLInputElement>, 'inputMode' | 'autoCapitalize' | 'spellCheck'>;
const KEYBOARD: Partial<Record<FieldType, Keyboard>> = {
  number: { inputMode: 'numeric' },
  money: { inputMode: 'decimal' },
  mobile: { inputMode: 'tel' },
  telephone: { inputMode: 'tel' },
  postcode: { inputMode: 'numeric' },
  email: { inputMode: 'email' },
  idNumber: { autoCapitalize: 'characters', spellCheck: false },
};

function Dated({ field, value, onChange, onLeave, words }: WithWords) {
  const typed = useTyped(value, onChange, onLeave);
  return <Field {...words}>{field.type === 'day' ? <DateInput {...typed} /> : <MonthInput {...typed} />}</Field>;
}

function OneOfList({ field, value, categories, onChange, onLeave, words }: WithWords) {
  return (
    <Field {...words}>
      <Select
        options={optionsOf(field, categories)}
        placeholder="请选择"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          onLeave();
        }}
      />
    </Field>
  );
}

function FewChoices({ field, id, value, error, onChange, onLeave }: FieldControlProps) {
  return (
    <RadioGroup
      id={id}
      name={id}
      legend={field.label}
      hint={field.hint}
      error={error}
      optional={field.optional}
      look="inline"
      options={optionsOf(field)}
      value={value}
      onChange={(chosen) => {
        onChange(chosen);
        onLeave();
      }}
    />
  );
}

/** The category with what it needs and what it brings. */
const ONCE = { kind: 'fixed-by-category' } as const;

function CategoryChoice({ field, id, value, categories, amount = ONCE, ...rest }: FieldControlProps) {
  const { error, onChange, onLeave } = rest;
  return (
    <RadioGroup
      id={id}
      name={id}
      legend={field.label}
      legendHidden
      error={error}
      options={categories.map((category) => ({
        value: category.code,
        label: `${category.code} ${category.label}`,
        note: category.note,
        aside: standardWord({ amount }, category),
      }))}
      value={value}
      onChange={(chosen) => {
        onChange(chosen);
        onLeave();
      }}
    />
  );
}
