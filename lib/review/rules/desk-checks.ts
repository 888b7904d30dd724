import { partLabel } from '@/lib/application/rules/part-keys';
import type { SnapshotTalent } from '@/lib/application/rules/snapshot';
import { paths } from '@/lib/kernel/paths';
import type { FieldConfig } from '@/lib/programme/rules/config';
import type { CaseView } from './case-view';
import type { DeskCheck, DeskRow } from './desk';

/** What was checked about one answer: the programme's conditions, and what a resident ID proves. */
export function fieldChecks(field: FieldConfig, talent: SnapshotTalent, view: CaseView): DeskCheck[] {
  const conditions = (view.checks[talent.id] ?? [])
    .filter(({ fieldId }) => fieldId === field.id)
    .map(({ result, says, evidence }): DeskCheck => ({
      tone: result,
      text: result === 'failed' ? `${evidence}；要求：${says}` : evidence,
    }));
  return [...idChecks(field, talent), ...conditions];
}

/** An ID number and what is read off it were checked when they were handed in: a wrong one cannot be submitted. */
function idChecks(field: FieldConfig, talent: SnapshotTalent): DeskCheck[] {
  const isResident = talent.idType === 'RESIDENT_ID';
  if (field.type === 'idNumber') {
    return [{ tone: 'passed', text: isResident ? '校验码、日期、区划均正确' : '号码格式正确' }];
  }
  return isResident && field.derived ? [{ tone: 'passed', text: '由证件号码得出' }] : [];
}

/** What the system knows beyond the form: whether the person was granted before, and papers that are the same file. */
export function systemRows(talent: SnapshotTalent, view: CaseView): DeskRow[] {
  const row = (label: string, value: string, checks: DeskCheck[]): DeskRow => ({
    ...{ pin: null, label, value, checks },
    isChanged: false,
    reveal: null,
  });
  const other = view.grantedElsewhere[talent.id];
  const once = other
    ? row('重复享受', '已享受过本项补贴', [
        { tone: 'failed', text: `已在 ${other.number} 中核定`, href: paths.staffApplication(other.id) },
      ])
    : row('重复享受', '本事项无核定记录', [{ tone: 'passed', text: '按证件类型和号码比对' }]);
  return [once, ...sameFiles(talent, view).map(([label, text]) => row('相同文件', label, [{ tone: 'note', text }]))];
}

function sameFiles(talent: SnapshotTalent, { snapshot, config }: CaseView): [label: string, text: string][] {
  return snapshot.attachments
    .filter((file) => file.talentId === talent.id)
    .flatMap((file) => {
      const twin = snapshot.attachments.find((one) => one.sha256 === file.sha256 && one.id !== file.id);
      if (!twin) return [];
      const { requirementId, talentId } = twin;
      const where = partLabel({ kind: 'attachment', requirementId, talentId }, snapshot, config);
      const label = config.requirements.find(({ id }) => id === file.requirementId)?.label ?? '';
      return [[label, `与“${where}”为同一文件`] as [string, string]];
    });
}
