import type { FieldConfig } from './config';

const SEALABLE: readonly FieldConfig['type'][] = ['idNumber', 'mobile', 'telephone', 'email', 'text'];

/** Faults of one field by itself: members that its type cannot have, bounds the wrong way round. */
export function fieldFaults(field: FieldConfig, form: 'enterprise' | 'entry'): string[] {
  const rules: readonly [boolean, string][] = [
    [field.type === 'choice' && (field.options ?? []).length < 2, '至少要有两个选项'],
    [field.type !== 'choice' && field.options !== undefined, '不是选择字段，不能有选项'],
    [hasDoubledOption(field), '选项的值或名称重复'],
    [field.sealed === true && !SEALABLE.includes(field.type), '这种类型不能加密保存'],
    [field.type === 'idNumber' && !field.sealed, '证件号码必须加密保存'],
    [field.sealed === true && form === 'enterprise', '企业信息中不能有加密字段'],
    [field.fromProfile !== undefined && form === 'entry', '人员信息不能取自企业资料'],
    [(field.minLength ?? 0) > (field.maxLength ?? Infinity), '最少字数大于最多字数'],
    [(field.minimum ?? 0) > (field.maximum ?? Infinity), '最小值大于最大值'],
    [field.derived === 'birthDate' && field.type !== 'day', '出生日期必须是日期字段'],
    [field.derived === 'gender' && !offersGenders(field), '性别必须有 MALE、FEMALE 两个选项'],
  ];
  return rules.filter(([isFault]) => isFault).map(([, text]) => `字段 ${field.id}：${text}。`);
}

function hasDoubledOption({ options = [] }: FieldConfig): boolean {
  const words = options.flatMap(({ value, label }) => (value === label ? [value] : [value, label]));
  return new Set(words).size < words.length;
}

function offersGenders({ options = [] }: FieldConfig): boolean {
  return ['MALE', 'FEMALE'].every((gender) => options.some(({ value }) => value === gender));
}
