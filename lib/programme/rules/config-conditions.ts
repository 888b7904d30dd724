import type { CategoryConfig, Condition, FieldConfig } from './config';
import { ID_TYPES } from '@/lib/kernel/id-documents';

/** Faults of one condition: fields that it cannot read, and values that such a field can never have. */
export function conditionFaults(
  where: string,
  condition: Condition | undefined,
  readable: readonly FieldConfig[],
  categories: readonly CategoryConfig[],
): string[] {
  if (!condition) return [];
  if ('all' in condition) return condition.all.flatMap((part) => conditionFaults(where, part, readable, categories));
  if ('any' in condition) return condition.any.flatMap((part) => conditionFaults(where, part, readable, categories));

  const field = readable.find(({ id }) => id === condition.field);
  if (!field) return [`${where} 的条件所指的字段 ${condition.field} 不存在，或排在它之后。`];
  if (!('is' in condition)) return [];
  const values = valuesOf(field, categories);
  if (values === null) return [`${where} 的条件不能比较字段 ${field.id} 的值，只能问是否已填。`];
  return condition.is
    .filter((value) => !values.includes(value))
    .map((value) => `${where} 的条件所指的值 ${value} 不是字段 ${field.id} 的选项。`);
}

/** What a field can be compared with; null for one that is typed or sealed. ID types are left to the form's own list. */
function valuesOf(field: FieldConfig, categories: readonly CategoryConfig[]): readonly string[] | null {
  if (field.type === 'choice') return (field.options ?? []).map(({ value }) => value);
  if (field.type === 'category') return categories.map(({ code }) => code);
  if (field.type === 'yesNo') return ['yes', 'no'];
  return field.type === 'idType' ? [...ID_TYPES] : null;
}
