import { answersThatApply } from '@/lib/forms/rules/applying';
import { complaintsOf } from '@/lib/forms/rules/complaints';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import type { WizardStep } from '@/lib/kernel/paths';
import { WIZARD_STEPS } from '@/lib/kernel/paths';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { talentAnswers, type DraftView, type TalentView } from './draft';
import { checkEligibility } from './eligibility';
import { formatPart, partLabel, stepOfPart, talentOfPart, type Part, type PartKey } from './part-keys';
import { askedPapers, filesOf } from './requirements';

/** Something that stands between a draft and its submission. */
export type Obstacle = {
  readonly part: PartKey;
  readonly step: WizardStep;
  readonly talentId: string | null;
  /** What it is about: `陈思睿，合同结束日期`. */
  readonly label: string;
  /** What to do: `请选择合同结束日期。` */
  readonly text: string;
  readonly kind: 'missing' | 'wrong' | 'not-entitled' | 'same-person' | 'too-many';
};

/** Everything that is still missing or wrong, in the order of the form. Computed, never stored. */
export function obstaclesOf(draft: DraftView, config: ProgrammeConfig, { today }: { today: ShanghaiDay }): Obstacle[] {
  const say = sayer(draft, config);
  const at = { draft, config, today, say };
  return [
    ...complaintsOf(fieldsOf(config.enterprise), draft.answers, { today }).map((complaint) =>
      say({ kind: 'field', fieldId: complaint.fieldId }, complaint.kind, complaint.text),
    ),
    ...(draft.contact ? [] : [say({ kind: 'section', step: 'contact' }, 'missing', '请选择联系人。')]),
    ...listObstacles(at),
    ...draft.talents.flatMap((talent) => talentObstacles(talent, at)),
    ...paperObstacles(at),
  ];
}

/** How many obstacles each step has; 0 is done. The preview has all of them. */
export function countByStep(obstacles: readonly Obstacle[]): Readonly<Record<WizardStep, number>> {
  const counts = WIZARD_STEPS.map((step) => [step, obstacles.filter((obstacle) => obstacle.step === step).length]);
  return { ...(Object.fromEntries(counts) as Record<WizardStep, number>), preview: obstacles.length };
}

/** How many obstacles each talent has, of one step or of all; talents with none are absent. */
export function countByTalent(obstacles: readonly Obstacle[], step?: WizardStep): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const obstacle of obstacles) {
    if (obstacle.talentId === null || (step && obstacle.step !== step)) continue;
    counts[obstacle.talentId] = (counts[obstacle.talentId] ?? 0) + 1;
  }
  return counts;
}

type Say = (part: Part, kind: Obstacle['kind'], text: string) => Obstacle;

/** What every rule below looks at, and how it says what it found. */
type Looking = {
  readonly draft: DraftView;
  readonly config: ProgrammeConfig;
  readonly today: ShanghaiDay;
  readonly say: Say;
};

function sayer(draft: DraftView, config: ProgrammeConfig): Say {
  return (part, kind, text) => ({
    part: formatPart(part),
    step: stepOfPart(part),
    talentId: talentOfPart(part),
    label: partLabel(part, draft, config),
    text,
    kind,
  });
}

function listObstacles({ draft: { talents }, config, say }: Looking): Obstacle[] {
  const part: Part = { kind: 'section', step: 'talents' };
  const { maxEntries, entryWord } = config;
  if (talents.length === 0) return [say(part, 'missing', `请添加${entryWord}，至少 1 人。`)];
  if (talents.length <= maxEntries) return [];
  return [say(part, 'too-many', `一份申请最多 ${maxEntries} 人，现有 ${talents.length} 人，请移除多出的人员。`)];
}

function talentObstacles(talent: TalentView, looking: Looking): Obstacle[] {
  const { draft, config, today, say } = looking;
  const complaints = complaintsOf(fieldsOf(config.entry), talentAnswers(talent), {
    today,
    outer: draft.answers,
    categories: config.categories,
    sealed: talent.sealed,
  });
  const faulty = new Set(complaints.map(({ fieldId }) => fieldId));
  const at = (fieldId: string): Part => ({ kind: 'talent-field', talentId: talent.id, fieldId });
  return [
    ...complaints.map(({ fieldId, kind, text }) => say(at(fieldId), kind, text)),
    ...samePerson(talent, draft).map((text) => say(at('idNumber'), 'same-person', text)),
    // A field that is complained of already is not complained of twice.
    ...notEntitled(talent, looking)
      .filter(({ fieldId }) => !faulty.has(fieldId))
      .map(({ fieldId, text }) => say(at(fieldId), 'not-entitled', text)),
  ];
}

function samePerson({ samePersonAs }: TalentView, { talents }: DraftView): string[] {
  if (samePersonAs === null) return [];
  const index = talents.findIndex(({ id }) => id === samePersonAs);
  const other = index < 0 ? '另一位' : `第 ${index + 1} 位${talents[index]?.name ?? ''}`;
  return [`与${other}的证件号码相同，请核对或移除其中一位。`];
}

function notEntitled(talent: TalentView, { draft, config, today }: Looking): { fieldId: string; text: string }[] {
  const live = answersThatApply(fieldsOf(config.entry), talentAnswers(talent), {
    outer: draft.answers,
    sealed: talent.sealed,
  });
  return checkEligibility(config, live, draft.firstSubmittedOn ?? today).flatMap(({ fieldId, complaint }) =>
    complaint === null ? [] : [{ fieldId, text: complaint }],
  );
}

function paperObstacles({ draft, config, say }: Looking): Obstacle[] {
  return askedPapers(draft, config).flatMap(({ requirement, talentId }) => {
    const part: Part = { kind: 'attachment', requirementId: requirement.id, talentId };
    const { length } = filesOf(draft.attachments, requirement.id, talentId);
    if (length > requirement.maxFiles) {
      return [say(part, 'too-many', `${requirement.label}最多 ${requirement.maxFiles} 个文件，请移除多出的文件。`)];
    }
    return length === 0 && !requirement.optional ? [say(part, 'missing', `请上传${requirement.label}。`)] : [];
  });
}
