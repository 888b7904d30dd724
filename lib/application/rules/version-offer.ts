import { configChanges, type ConfigChange } from '@/lib/programme/rules/config-changes';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { talentAnswers, type DraftView } from './draft';

/** Something that the clerk filled in or handed in, and that the newer version does not ask for any more. */
export type Lost = { readonly label: string; readonly value: string };

/** What taking over a newer version of the configuration would mean for one draft. */
export type VersionOffer = {
  readonly changes: readonly ConfigChange[];
  readonly lost: readonly Lost[];
  /** The 申请说明 is another one and has to be read again. */
  readonly instructions: ProgrammeConfig['instructions'] | null;
};

export function versionOffer(draft: DraftView, before: ProgrammeConfig, after: ProgrammeConfig): VersionOffer {
  const isOther = draft.acceptedInstructions !== after.instructions.version;
  return {
    changes: configChanges(before, after).filter(({ mattersToClerk }) => mattersToClerk),
    lost: [...lostAnswers(draft, before, after), ...lostFiles(draft, before, after)],
    instructions: isOther ? after.instructions : null,
  };
}

/** Ids of the fields of a form that are gone, or would be read as something else. */
export function fieldsGone(
  before: ProgrammeConfig,
  after: ProgrammeConfig,
  form: 'enterprise' | 'entry',
): ReadonlySet<string> {
  const kept = new Map(fieldsOf(after[form]).map((field) => [field.id, field]));
  const gone = fieldsOf(before[form]).filter((field) => {
    const now = kept.get(field.id);
    return !now || now.type !== field.type || Boolean(now.sealed) !== Boolean(field.sealed);
  });
  return new Set(gone.map(({ id }) => id));
}

function lostAnswers(draft: DraftView, before: ProgrammeConfig, after: ProgrammeConfig): Lost[] {
  const own = fieldsGone(before, after, 'enterprise');
  const ofEntries = fieldsGone(before, after, 'entry');
  return [
    ...fieldsOf(before.enterprise)
      .filter(({ id }) => own.has(id) && draft.answers[id])
      .map((field) => ({
        label: field.label,
        value: displayAnswer(field, draft.answers[field.id], before.categories),
      })),
    ...draft.talents.flatMap((talent) =>
      fieldsOf(before.entry)
        .filter(({ id }) => ofEntries.has(id))
        .flatMap((field) => {
          const value =
            talent.sealed[field.id]?.masked ?? displayAnswer(field, talentAnswers(talent)[field.id], before.categories);
          return value ? [{ label: `${talent.name || `第 ${talent.position} 位`}，${field.label}`, value }] : [];
        }),
    ),
  ];
}

function lostFiles(draft: DraftView, before: ProgrammeConfig, after: ProgrammeConfig): Lost[] {
  const asked = new Set(after.requirements.map(({ id, per }) => `${per} ${id}`));
  return draft.attachments.flatMap(({ requirementId, talentId, fileName }) => {
    if (asked.has(`${talentId === null ? 'application' : 'entry'} ${requirementId}`)) return [];
    const label = before.requirements.find(({ id }) => id === requirementId)?.label ?? requirementId;
    const talent = draft.talents.find(({ id }) => id === talentId);
    return [{ label: talent ? `${talent.name || `第 ${talent.position} 位`}，${label}` : label, value: fileName }];
  });
}
