import { optionsOf } from '@/lib/forms/rules/choices';
import type { Condition, FieldConfig, FieldType, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldById } from '@/lib/programme/rules/fields';

const HOW: Partial<Record<FieldType, string>> = {
  day: '日期，如 2026-03-01',
  month: '月份，如 2026-03',
  money: '数字，最多两位小数',
  number: '整数',
  mobile: '11 位手机号码',
  idNumber: '照证件填写，末位字母 X 大小写均可',
  yesNo: '从列表中选择：是、否',
};

/** What a column asks for, in words: the form's own hint, how it is written, and when it is asked for. */
export function noteOf(field: FieldConfig, config: ProgrammeConfig): string {
  const options = optionsOf(field, config.categories);
  return [
    field.hint,
    HOW[field.type] ?? (options.length > 0 ? '从列表中选择' : undefined),
    field.derived && '居民身份证等号码已含此项的，可以不填',
    field.appliesWhen && `仅在${conditionWords(field.appliesWhen, config)}时填写`,
    field.optional ? '选填' : undefined,
  ]
    .filter(Boolean)
    .join('\n');
}

/** `证件类型为护照或外国人永久居留身份证`, in the labels that the form shows. */
export function conditionWords(condition: Condition, config: ProgrammeConfig): string {
  if ('all' in condition) return condition.all.map((part) => conditionWords(part, config)).join('，且');
  if ('any' in condition) return condition.any.map((part) => conditionWords(part, config)).join('，或');
  const field = fieldById(config, condition.field);
  const label = field?.label ?? '其他内容';
  if (!('is' in condition)) return condition.answered ? `填了${label}` : `没有填${label}`;
  const options = field ? optionsOf(field, config.categories) : [];
  const words = condition.is.map((value) => options.find((one) => one.value === value)?.label ?? value);
  return `${label}为${words.join('或')}`;
}

/** What stands on the second sheet. */
export function howToFill(config: ProgrammeConfig): string[] {
  const { entryWord, maxEntries } = config;
  return [
    `每行填写一名${entryWord}，一份申请最多 ${maxEntries} 人。`,
    '请不要改动表头。列的次序可以调整，用不到的列可以删去。',
    '表头带 * 的必填；带（视情况）的，只在相应情形下填写，见表头批注。',
    '全部单元格已设为文本，证件号码、手机号码不会被改成数字。从别处粘贴时，请选择“只粘贴值”。',
    '日期可以写成 2026-03-01、2026/3/1、2026.3.1、2026年3月1日或 20260301。',
    '居民身份证、港澳台居民居住证的号码填好后，性别和出生日期自动得出，可以不填。',
    '从系统导出的表格带有隐藏的“人才编号”列，再次导入时据此更新同一人；没有编号的，按证件类型和证件号码识别。',
    '没有证件号码的行按新增处理，重复导入会重复添加。',
    '留空的单元格和带 * 的号码表示不改动，不会清除已填内容。需要清除的，请在网页上修改。',
    '上传后先试读：有误的单元格会指出行、列和改法，确认后才写入。',
  ];
}
