import { cellText } from '@/lib/forms/rules/sheet-cell';
import { headingText, sheetColumns } from '@/lib/application/rules/import-columns';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { completeTalent, type TalentOptions } from './answers';

const COLUMNS = sheetColumns(talentRecruitment);

export const HEADING: readonly string[] = COLUMNS.map(headingText);

/** Complete talents as rows of the template, each cell as the template would have it; `more` replaces by label. */
export function talentRow(options: TalentOptions, more: Readonly<Record<string, string>> = {}): string[] {
  const { answers, sealedClear, ...columns } = completeTalent(options);
  const all: Readonly<Record<string, unknown>> = { ...answers, ...columns, ...sealedClear };
  return COLUMNS.map(({ field, heading }) => {
    const answer = all[field.id];
    const text = typeof answer === 'string' ? answer : '';
    return more[heading] ?? cellText(field, text, talentRecruitment.categories);
  });
}

const GIVEN = ['思睿', '文静', '明远', '子涵', '知行', '清扬', '若溪', '景行'];
const FAMILY = ['陈', '王', '李', '欧阳', '张', '周', '赵', '上官'];

/** `count` different people; the number after the seed keeps them apart in every run. */
export function manyRows(count: number, from = 1): string[][] {
  return Array.from({ length: count }, (_, index) => {
    const seed = from + index;
    const name = `${FAMILY[seed % 8] ?? ''}${GIVEN[Math.floor(seed / 8) % 8] ?? ''}`;
    const category = (['A', 'B', 'C', 'D'] as const)[seed % 4] ?? 'B';
    return talentRow({ name, category, seed });
  });
}
