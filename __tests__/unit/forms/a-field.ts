import { FIELD_TYPES, type FieldConfig, type FieldType } from '@/lib/programme/rules/config';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';

export const TODAY = shanghaiDay('2026-11-23');

export const CONTEXT = { today: TODAY, categories: talentRecruitment.categories };

export function aField(type: FieldType, more: Partial<FieldConfig> = {}): FieldConfig {
  const options = [
    { value: 'own', label: '企业自主招聘' },
    { value: 'fair', label: '招聘会' },
  ];
  return { id: 'one', label: '某项', type, ...(type === 'choice' && { options }), ...more };
}

/** Texts that people type, right and wrong, for every type of field. */
export const TYPED: Readonly<Record<FieldType, readonly string[]>> = {
  text: ['苏州示例　有限公司', ' a  b ', '一'.repeat(101), '\u200b'],
  longText: ['第一行\r\n第二行', 'x'.repeat(1001)],
  choice: ['own', '招聘会', '别的'],
  day: ['2026-9-1', '2026年9月1日', '2026/02/30', '明天', '0999-01-01', '９９９９-01-01'],
  month: ['2025.10', '2025年1月', '2025-13', '2025-10-07', '十月'],
  money: ['286000', '￥1,234.5', '1234元', '12.345', '一万', '9999999999999', '0'],
  number: ['120', '1,200 人', '１２', '-3', '1.5', '很多'],
  mobile: ['138 0000 0001', '+86-13800000001', '12800000001', '1380000'],
  telephone: ['0512-66680000', '(0512)66680000转801', '4000000000', '66680000'],
  email: ['a@Example.com', 'a@', 'ａ@example.com'],
  postcode: ['215000', '２１５０００', '21500'],
  personName: ['张　三', '李', '阿不都•热合曼', 'Marco  Rossi', '王5', '张'.repeat(51)],
  idType: ['RESIDENT_ID', '护照', '驾驶证'],
  idNumber: ['320599 19960815 2825', 'x1234567', '3205'],
  category: ['C', 'C 硕士或高级职称', 'Z'],
  yesNo: ['是', 'no', '或许'],
  uscc: ['91320599ma2abcde0l', '123'],
};

export const EVERY_TYPE = [...FIELD_TYPES];
