import type { TalentOptions } from '@/__tests__/builders/answers';

/** Invented people; among them rare characters, compound family names and foreign names. */
const NAMES = [
  '陈思远',
  '欧阳文博',
  '李婧',
  '周喆',
  '王㛃',
  '张䶮',
  '刘𬱟',
  '黄𬍛',
  '吴堃',
  '沈一诺',
  '阿不都热合曼·买买提',
  '徐若琳',
  '司马睿',
  '何雨桐',
  '林致远',
  '郭子涵',
  '诸葛明轩',
  '马晓东',
  '朱怀瑾',
  '胡安琪',
  '高翔',
  '罗静姝',
  '梁景行',
  '宋知夏',
] as const;

let serial = 0;

/** One talent per letter, of that category; every one a different person. */
export function talents(categories: string): TalentOptions[] {
  return [...categories].map((category) => {
    serial += 1;
    const name = NAMES[serial % NAMES.length] ?? '陈思远';
    const options: TalentOptions = { category: category as TalentOptions['category'], name, seed: 200 + serial };
    if (serial % 11 === 0) return { ...options, name: 'Andrei Novak', nationality: '捷克' };
    return { ...options, byAgency: serial % 7 === 0, overseas: category === 'B' && serial % 2 === 0 };
  });
}
