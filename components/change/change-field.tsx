import { Field } from '../ui/field';
import { DateInput, Select, TextInput } from '../ui/text-input';
import { optionsOf } from '@/lib/forms/rules/choices';
import type { FieldConfig } from '@/lib/programme/rules/config';

const KEYBOARD: Partial<Record<FieldConfig['type'], 'tel' | 'email' | 'numeric'>> = {
  mobile: 'tel',
  telephone: 'tel',
  email: 'email',
  postcode: 'numeric',
};

export type ChangeFieldProps = {
  field: FieldConfig;
  value: string;
  error?: string;
  /** What is registered now; a field left empty stays as it is. */
  registered?: string;
  /** Mask of a sealed value that was typed before. */
  masked?: string;
};

/** One field of a request, with its rule, what is registered now, and how to mend it. */
export function ChangeField({ field, value, error, registered, masked }: ChangeFieldProps) {
  const isChange = registered !== undefined;
  const hint = isChange ? `现登记：${registered || '未登记'}` : field.hint;
  const common = { name: field.id, defaultValue: value };
  return (
    <Field
      id={field.id}
      label={field.label}
      hint={hint}
      aside={isChange ? field.hint : masked ? `已填 ${masked}，修改请重填` : undefined}
      error={error}
    >
      {field.type === 'choice' || field.type === 'idType' ? (
        <Select {...common} options={optionsOf(field)} placeholder="请选择" />
      ) : field.type === 'day' ? (
        <DateInput {...common} />
      ) : (
        <TextInput
          {...common}
          inputMode={KEYBOARD[field.type]}
          placeholder={isChange ? '不变更请留空' : masked}
          spellCheck={false}
        />
      )}
    </Field>
  );
}
