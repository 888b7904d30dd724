import { answersThatApply } from '@/lib/forms/rules/applying';
import { complaintsOf } from '@/lib/forms/rules/complaints';
import type { Answers, ProgrammeConfig, RequirementConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import type { WizardStep } from '@/lib/kernel/paths';
import { WIZARD_STEPS } from '@/lib/kernel/paths';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { talentAnswers, type AttachmentView, type DraftView, type TalentView } from './draft';
import { checkEligibility } from './eligibility';
import { formatPart, partLabel, stepOfPart, talentOfPart, type Part, type PartKey } from './part-keys';
import { askedPapers, filesOf, papersOfTalent } from './requirements';

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
  return obstacleFinder()(draft, config, { today });
}

/**
 * The same for who asks again and again: what was found of a talent stands until that talent, its files, or what it is
 * judged by changed. With 500 talents a keystroke in one looks at one.
 */
export function obstacleFinder(): typeof obstaclesOf {
  let found = new Map<string, Remembered>();
  let answers: Answers | null = null;
  return (draft, config, { today }) => {
    // A draft that is fetched, or typed into, comes as new objects that mostly say the same.
    answers = answers && saysSame(answers, draft.answers) ? answers : draft.answers;
    const looking = { draft, config, today, files: filesByTalent(draft.attachments), say: sayer(draft, config) };
    const outer = answersThatApply(fieldsOf(config.enterprise), draft.answers);
    const next = new Map<string, Remembered>();
    const own = draft.talents.map((talent) => {
      const files = looking.files.get(talent.id) ?? NO_FILES;
      const twin = samePerson(talent, draft)[0] ?? '';
      const grounds = [talent, answers, draft.firstSubmittedOn, config, today, twin, ...files];
      const before = found.get(talent.id);
      const isKnown = before && sameGrounds(before.grounds, grounds);
      const now = isKnown ? before : { grounds, ...obstaclesOfTalent(talent, { ...looking, outer, twin }) };
      next.set(talent.id, now);
      return now;
    });
    found = next;
    return [
      ...complaintsOf(fieldsOf(config.enterprise), draft.answers, { today }).map((complaint) =>
        looking.say({ kind: 'field', fieldId: complaint.fieldId }, complaint.kind, complaint.text),
      ),
      ...(draft.contact ? [] : [looking.say({ kind: 'section', step: 'contact' }, 'missing', '请选择联系人。')]),
      ...listObstacles(looking),
      ...own.flatMap(({ fields }) => fields),
      ...commonPapers(looking),
      ...own.flatMap(({ papers }) => papers),
    ];
  };
}

type Remembered = {
  readonly grounds: readonly unknown[];
  readonly fields: readonly Obstacle[];
  readonly papers: readonly Obstacle[];
};

const NO_FILES: readonly AttachmentView[] = [];

function sameGrounds(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => saysSame(one, b[index]));
}

/** Told by their JSON only where they are not the very same: the members always come in one order. */
function saysSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}

function filesByTalent(attachments: readonly AttachmentView[]): ReadonlyMap<string | null, AttachmentView[]> {
  const files = new Map<string | null, AttachmentView[]>();
  for (const file of attachments) files.set(file.talentId, [...(files.get(file.talentId) ?? []), file]);
  return files;
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
  readonly files: ReadonlyMap<string | null, readonly AttachmentView[]>;
  readonly say: Say;
};

type LookingAtTalent = Looking & { readonly outer: Answers; readonly twin: string };

function sayer({ talents }: Pick<DraftView, 'talents'>, config: ProgrammeConfig): Say {
  return (part, kind, text) => {
    const talentId = talentOfPart(part);
    const named = talentId === null ? [] : talents.filter(({ id }) => id === talentId);
    return {
      ...{ part: formatPart(part), step: stepOfPart(part), talentId },
      ...{ label: partLabel(part, { talents: named }, config), text, kind },
    };
  };
}

function listObstacles({ draft: { talents }, config, say }: Looking): Obstacle[] {
  const part: Part = { kind: 'section', step: 'talents' };
  const { maxEntries, entryWord } = config;
  if (talents.length === 0) return [say(part, 'missing', `请添加${entryWord}，至少 1 人。`)];
  if (talents.length <= maxEntries) return [];
  return [say(part, 'too-many', `一份申请最多 ${maxEntries} 人，现有 ${talents.length} 人，请移除多出的人员。`)];
}

function obstaclesOfTalent(talent: TalentView, looking: LookingAtTalent): Pick<Remembered, 'fields' | 'papers'> {
  const own = { ...looking, say: sayer({ talents: [talent] }, looking.config) };
  return { fields: talentObstacles(talent, own), papers: papersOf(talent, own) };
}

function talentObstacles(talent: TalentView, looking: LookingAtTalent): Obstacle[] {
  const { draft, config, today, say, twin } = looking;
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
    ...(twin ? [say(at('idNumber'), 'same-person', twin)] : []),
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

function commonPapers(looking: Looking): Obstacle[] {
  const { draft, config, files, say } = looking;
  const asked = askedPapers({ answers: draft.answers, talents: [] }, config);
  return asked.flatMap(({ requirement }) => ofPaper(requirement, null, files.get(null) ?? NO_FILES, say));
}

function papersOf(talent: TalentView, { outer, config, files, say }: LookingAtTalent): Obstacle[] {
  const own = files.get(talent.id) ?? NO_FILES;
  return papersOfTalent(talent, outer, config).flatMap((requirement) => ofPaper(requirement, talent.id, own, say));
}

function ofPaper(
  requirement: RequirementConfig,
  talentId: string | null,
  files: readonly AttachmentView[],
  say: Say,
): Obstacle[] {
  const part: Part = { kind: 'attachment', requirementId: requirement.id, talentId };
  const { length } = filesOf(files, requirement.id, talentId);
  if (length > requirement.maxFiles) {
    return [say(part, 'too-many', `${requirement.label}最多 ${requirement.maxFiles} 个文件，请移除多出的文件。`)];
  }
  return length === 0 && !requirement.optional ? [say(part, 'missing', `请上传${requirement.label}。`)] : [];
}
