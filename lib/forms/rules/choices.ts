import type { CategoryConfig, FieldConfig } from '@/lib/programme/rules/config';
import type { IdType } from '@/lib/kernel/id-documents';
import { ID_TYPES } from '@/lib/kernel/id-documents';
import { ID_TYPE_LABELS } from './id-complaints';

export type Option = { readonly value: string; readonly label: string };

export const YES_NO: readonly Option[] = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
];

export const ID_TYPE_OPTIONS: readonly Option[] = ID_TYPES.map((value) => ({ value, label: ID_TYPE_LABELS[value] }));

/** What a field that is chosen from a list offers, in order; `[]` for every other field. */
export function optionsOf(field: FieldConfig, categories: readonly CategoryConfig[] = []): readonly Option[] {
  if (field.type === 'idType') return ID_TYPE_OPTIONS;
  if (field.type === 'yesNo') return YES_NO;
  if (field.type === 'category')
    return categories.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }));
  return field.type === 'choice' ? (field.options ?? []) : [];
}

export function isIdType(text: string | undefined): text is IdType {
  return (ID_TYPES as readonly string[]).includes(text ?? '');
}

/** 请选择 rather than 请填写. */
export function isChosen(field: FieldConfig): boolean {
  return ['choice', 'idType', 'yesNo', 'category', 'day', 'month'].includes(field.type);
}
