import { talentAnswers } from '@/lib/application/rules/draft';
import { STAFF_STATUS } from '@/lib/application/rules/labels';
import type { SnapshotTalent } from '@/lib/application/rules/snapshot';
import type { ApplicationStatus } from '@/lib/application/rules/states';
import { cellText } from '@/lib/forms/rules/sheet-cell';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { money, text, type SheetColumn } from './columns';

export type TalentLine = {
  readonly caseNumber: string;
  readonly status: ApplicationStatus;
  readonly submittedAt: Date;
  readonly enterprise: { readonly name: string; readonly uscc: string };
  readonly talent: SnapshotTalent;
  /** Sealed answers by field: masked, or in full where that was asked for. */
  readonly sealed: Readonly<Record<string, string>>;
  readonly approvedFen: number | null;
};

const WIDE = ['longText', 'idNumber', 'text'];

/** The case, then every question of the form in its order, then what was asked for and granted. */
export function talentColumns({ entry, categories, entryWord }: ProgrammeConfig): SheetColumn<TalentLine>[] {
  const answers = fieldsOf(entry).map((field) =>
    text<TalentLine>(field.label, WIDE.includes(field.type) ? 24 : 16, ({ talent, sealed }) =>
      cellText(field, sealed[field.id] ?? talentAnswers(talent)[field.id], categories),
    ),
  );
  return [
    text('受理编号', 20, ({ caseNumber }) => caseNumber),
    text('企业名称', 36, ({ enterprise }) => enterprise.name),
    text('统一社会信用代码', 22, ({ enterprise }) => enterprise.uscc),
    text('办理状态', 16, ({ status }) => STAFF_STATUS[status].word),
    text('提交时间', 22, ({ submittedAt }) => formatDayTime(submittedAt)),
    ...answers,
    money(`${entryWord}标准金额（元）`, ({ talent }) => talent.standardFen),
    money('核定金额（元）', ({ approvedFen }) => approvedFen),
  ];
}
