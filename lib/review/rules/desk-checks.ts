import { talentAnswers } from '@/lib/application/rules/draft';
import type { SnapshotTalent } from '@/lib/application/rules/snapshot';
import { formatYuan } from '@/lib/kernel/fen';
import { formatDay } from '@/lib/kernel/shanghai-day';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import type { FieldConfig, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldById } from '@/lib/programme/rules/fields';
import { award, type Award } from '@/lib/application/rules/award';
import type { CaseView } from './case-view';
import type { DeskCheck } from './desk';

/** What was checked about one answer: the programme's conditions, and what a resident ID proves. */
export function fieldChecks(field: FieldConfig, talent: SnapshotTalent, view: CaseView): DeskCheck[] {
  const conditions = (view.checks[talent.id] ?? [])
    .filter(({ fieldId }) => fieldId === field.id)
    .map(({ id, result, says, evidence }): DeskCheck => {
      const proof = proofOf(id, talent, view);
      return {
        tone: result,
        text: result === 'failed' ? `${evidence}；要求：${says}` : evidence,
        ...(proof && { proof }),
      };
    });
  return [...idChecks(field, talent, view), ...conditions];
}

/** The answers that a condition was judged by: `2025年9月1日 至 2028年8月31日`. */
function proofOf(checkId: string, talent: SnapshotTalent, { config, appliedOn }: CaseView): string {
  const rule = config.eligibility.find(({ id }) => id === checkId);
  const shown = (fieldId: string) => answerOf(fieldId, talent, config);
  switch (rule?.kind) {
    case 'period-at-least':
      return join(shown(rule.from), shown(rule.to));
    case 'within-months-before-applying':
    case 'months-since-at-least':
      return join(shown(rule.field), shown(rule.field) && `申请日 ${formatDay(appliedOn)}`);
    default:
      return '';
  }
}

const join = (from: string, to: string) => (from && to ? `${from}至${to}` : '');

function answerOf(fieldId: string, talent: SnapshotTalent, config: ProgrammeConfig): string {
  const field = fieldById(config, fieldId);
  return field ? displayAnswer(field, talentAnswers(talent)[fieldId], config.categories) : '';
}

/** An ID number and what is read off it were checked when they were handed in: a wrong one cannot be submitted. */
function idChecks(field: FieldConfig, talent: SnapshotTalent, { idChecks: found }: CaseView): DeskCheck[] {
  const isResident = talent.idType === 'RESIDENT_ID';
  if (field.type === 'idNumber') {
    const check = found[talent.id];
    if (!isResident || !check) return [{ tone: 'passed', text: isResident ? '日期、区划均正确' : '号码格式正确' }];
    const { given, computed } = check;
    return given === computed
      ? [{ tone: 'passed', text: '校验码、日期、区划均正确', proof: `校验码应为 ${computed}，所填为 ${given}` }]
      : [{ tone: 'failed', text: '校验码不符', proof: `校验码应为 ${computed}，所填为 ${given}` }];
  }
  return isResident && field.derived ? [{ tone: 'passed', text: '由证件号码得出' }] : [];
}

/** Asked for every talent of a case, and the same for all of them. */
const expected = new WeakMap<CaseView, Award>();

/** As it would be if everybody who is not decided yet were supported; of a decided case as it was. */
function awardIfSupported(view: CaseView): Award {
  if (view.approvedFen !== null) return view.award;
  const { capFen, usedFen, lines } = view.award;
  const supposed = lines.map((line) => ({ ...line, supported: view.decisions[line.talentId]?.supported ?? true }));
  return award(supposed, capFen, usedFen);
}

/** What the yearly cap leaves to this talent if everybody before is supported. */
export function capCheck(talent: SnapshotTalent, view: CaseView): { value: string; check: DeskCheck } {
  const { capFen, usedFen } = view.award;
  const all = expected.get(view) ?? awardIfSupported(view);
  expected.set(view, all);
  const line = all.lines.find(({ talentId }) => talentId === talent.id);
  const value = `剩余 ${formatYuan(all.roomFen)} 元`;
  const proof = `上限 ${formatYuan(capFen)} 元，本年已核定 ${formatYuan(usedFen)} 元`;
  if (!line?.supported) return { value, check: { tone: 'note', text: '不予支持，不计入', proof } };
  return line.cutFen > 0
    ? {
        value,
        check: {
          tone: 'open',
          text: `本人只能计入 ${formatYuan(line.grantedFen)} 元，超出 ${formatYuan(line.cutFen)} 元`,
          proof,
        },
      }
    : { value, check: { tone: 'passed', text: `本人 ${formatYuan(line.grantedFen)} 元可全额计入`, proof } };
}
