import { answersThatApply } from '@/lib/forms/rules/applying';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import type { Fen } from '@/lib/kernel/fen';
import { addDays, shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { categoryOf, standardFenOf } from '@/lib/programme/rules/amounts';
import type { Answers, ProgrammeConfig, RequirementConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { talentAnswers, type AttachmentView, type DraftView, type TalentView } from './draft';
import { checkEligibility } from './eligibility';
import { papersOfTalent } from './requirements';

/** An earlier application of the same enterprise in the same programme, with what only the server knows of it. */
export type EarlierCase = {
  readonly draft: Pick<DraftView, 'answers' | 'talents' | 'attachments'>;
  readonly config: ProgrammeConfig;
  /** 受理编号; null for a draft that was never handed in. */
  readonly number: string | null;
  readonly year: number;
  /** When it was last written. */
  readonly writtenOn: ShanghaiDay;
  /** Talent id → blind index of ID type and number. */
  readonly persons: ReadonlyMap<string, string>;
};

export type CarryInto = {
  readonly draft: Pick<DraftView, 'answers' | 'talents' | 'attachments'>;
  readonly config: ProgrammeConfig;
  readonly today: ShanghaiDay;
  /** Ids of the enterprise's fields that come from its own data and are not asked for. */
  readonly fromProfile: ReadonlySet<string>;
  /** Persons (blind index) who stand in the draft already. */
  readonly present: ReadonlySet<string>;
  /** Persons who were granted the programme before, whoever applied. */
  readonly granted: ReadonlySet<string>;
};

/** A paper of an earlier application; `stale` says why it cannot serve again. */
export type CarriedPaper = {
  readonly attachment: AttachmentView;
  readonly requirementId: string;
  readonly label: string;
  readonly uploadedOn: ShanghaiDay;
  readonly stale: string | null;
};

export type CarriedPerson = {
  readonly talentId: string;
  readonly name: string;
  readonly category: string;
  readonly amountFen: Fen;
  readonly from: { readonly number: string | null; readonly year: number; readonly writtenOn: ShanghaiDay };
  /** Why this person does not qualify (again); null where nothing speaks against it. */
  readonly against: string | null;
  readonly papers: readonly CarriedPaper[];
};

export type CarriedAnswer = {
  readonly fieldId: string;
  readonly label: string;
  readonly value: string;
  readonly shown: string;
  readonly writtenOn: ShanghaiDay;
};

/** The people of earlier applications, each once and as last written, those who qualify first. */
export function carriedPeople(earlier: readonly EarlierCase[], into: CarryInto): CarriedPerson[] {
  const seen = new Set(into.present);
  const people = earlier.flatMap((one) =>
    one.draft.talents.flatMap((talent) => {
      const person = one.persons.get(talent.id) ?? talent.id;
      if (seen.has(person)) return [];
      seen.add(person);
      return [carriedPerson(talent, one, into, person)];
    }),
  );
  return [...people.filter(({ against }) => against === null), ...people.filter(({ against }) => against !== null)];
}

function carriedPerson(talent: TalentView, from: EarlierCase, into: CarryInto, person: string): CarriedPerson {
  const { config, draft } = into;
  const kept = { ...talent, answers: keptAnswers(talent.answers, from.config, config, 'entry') };
  const answers = talentAnswers(kept);
  const asked = papersOfTalent(kept, draft.answers, config);
  return {
    talentId: talent.id,
    name: talent.name,
    category: categoryOf(config, talent.category)?.label ?? '',
    amountFen: standardFenOf(config, answers),
    from: { number: from.number, year: from.year, writtenOn: from.writtenOn },
    against: against(kept, into, person),
    papers: from.draft.attachments
      .filter((file) => file.talentId === talent.id)
      .flatMap((attachment) => carriedPaper(attachment, asked, into.today)),
  };
}

function against(talent: TalentView, { config, draft, today, granted }: CarryInto, person: string): string | null {
  if (granted.has(person)) return '已享受过本项补贴';
  const live = answersThatApply(fieldsOf(config.entry), talentAnswers(talent), {
    outer: draft.answers,
    sealed: talent.sealed,
  });
  const failed = checkEligibility(config, live, today).find(({ passed }) => passed === false);
  return failed ? `${failed.says}：${failed.evidence}` : null;
}

/** Papers of the application as a whole that are still asked for, and not handed in yet. */
export function carriedPapers(earlier: readonly EarlierCase[], { draft, config, today }: CarryInto): CarriedPaper[] {
  const asked = config.requirements.filter(({ per }) => per === 'application');
  const open = asked.filter(({ id }) => !draft.attachments.some((file) => file.requirementId === id));
  const taken = new Set<string>();
  return earlier.flatMap(({ draft: { attachments } }) => {
    const papers = attachments
      .filter(({ talentId, requirementId }) => talentId === null && !taken.has(requirementId))
      .flatMap((attachment) => carriedPaper(attachment, open, today));
    for (const { requirementId } of papers) taken.add(requirementId);
    return papers;
  });
}

/** Answers to the enterprise's form, as last written, to fields that stand empty. */
export function carriedAnswers(
  earlier: readonly EarlierCase[],
  { draft, config, fromProfile }: CarryInto,
): CarriedAnswer[] {
  return fieldsOf(config.enterprise).flatMap((field) => {
    if (draft.answers[field.id] || fromProfile.has(field.id)) return [];
    for (const one of earlier) {
      const value = keptAnswers(one.draft.answers, one.config, config, 'enterprise')[field.id];
      if (!value) continue;
      const shown = displayAnswer(field, value, config.categories);
      return [{ fieldId: field.id, label: field.label, value, shown, writtenOn: one.writtenOn }];
    }
    return [];
  });
}

/** Answers whose field is still asked for, as the same kind of thing. */
export function keptAnswers(
  answers: Answers,
  before: ProgrammeConfig,
  after: ProgrammeConfig,
  form: 'enterprise' | 'entry',
): Answers {
  const types = new Map(fieldsOf(before[form]).map(({ id, type }) => [id, type]));
  const kept = fieldsOf(after[form]).filter(({ id, type, sealed }) => !sealed && types.get(id) === type);
  const ids = new Set(kept.map(({ id }) => id));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
}

function carriedPaper(
  attachment: AttachmentView,
  asked: readonly RequirementConfig[],
  today: ShanghaiDay,
): CarriedPaper[] {
  const requirement = asked.find(({ id }) => id === attachment.requirementId);
  if (!requirement) return [];
  const uploadedOn = shanghaiDayOf(new Date(attachment.uploadedAt));
  return [
    {
      ...{ attachment, requirementId: requirement.id, label: requirement.label, uploadedOn },
      stale: staleness(requirement, uploadedOn, today),
    },
  ];
}

/** Why a paper of that day cannot serve again; null where it can. */
export function staleness(
  { reusableDays }: Pick<RequirementConfig, 'reusableDays'>,
  uploadedOn: ShanghaiDay,
  today: ShanghaiDay,
): string | null {
  if (reusableDays === undefined) return null;
  if (reusableDays === 0) return '每次申请须重新上传';
  return addDays(uploadedOn, reusableDays) < today ? `超过 ${reusableDays} 天，须重新上传` : null;
}
