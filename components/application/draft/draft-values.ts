import { derivedAnswers } from '@/lib/forms/rules/derive';
import { talentAnswers, type DraftView, type TalentView } from '@/lib/application/rules/draft';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { standardFenOf } from '@/lib/programme/rules/amounts';
import type { Answers, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';

/** A field of the enterprise's form (`talentId` null) or of one talent. */
export type Place = { readonly talentId: string | null; readonly fieldId: string };

/** What was typed and is not saved yet, and what had stood there. */
export type PendingChange = Place & {
  readonly was: string;
  readonly value: string;
  /** What requests without an answer carried: the server may hold any of it. */
  readonly tried?: readonly string[] | undefined;
  /** Came out of the copy that an earlier window left. */
  readonly restored?: true;
};
export type Pending = ReadonlyMap<string, PendingChange>;

export const keyOf = ({ talentId, fieldId }: Place) => `${talentId ?? ''}/${fieldId}`;

/** What the server is known to hold: the answer, of a sealed field its mask. */
export function storedValue(draft: DraftView, { talentId, fieldId }: Place): string {
  if (talentId === null) return draft.answers[fieldId] ?? '';
  const talent = draft.talents.find(({ id }) => id === talentId);
  if (!talent) return '';
  return talent.sealed[fieldId]?.masked ?? talentAnswers(talent)[fieldId] ?? '';
}

export type Overlay = {
  readonly pending: Pending;
  /** Sealed values typed in this window, in the clear; the server gives back only masks. */
  readonly typed: ReadonlyMap<string, string>;
  readonly config: ProgrammeConfig;
  readonly today: ShanghaiDay;
};

/** The draft as the clerk sees it: what is saved, with what is typed on top and what follows from it. */
export function draftAsTyped(draft: DraftView, overlay: Overlay): DraftView {
  if (overlay.pending.size === 0) return draft;
  const changed = [...overlay.pending.values()];
  const own = changed.filter(({ talentId }) => talentId === null);
  return {
    ...draft,
    answers: { ...draft.answers, ...asAnswers(own) },
    talents: draft.talents.map((talent) => {
      const changes = changed.filter(({ talentId }) => talentId === talent.id);
      return changes.length === 0 ? talent : talentAsTyped(talent, asAnswers(changes), overlay);
    }),
  };
}

function asAnswers(changes: readonly PendingChange[]): Answers {
  return Object.fromEntries(changes.map(({ fieldId, value }) => [fieldId, value]));
}

function talentAsTyped(talent: TalentView, values: Answers, { typed, config, today }: Overlay): TalentView {
  const fields = fieldsOf(config.entry);
  const { name = talent.name, idType = talent.idType, category = talent.category, ...rest } = values;
  const number = values.idNumber ?? typed.get(keyOf({ talentId: talent.id, fieldId: 'idNumber' })) ?? '';
  const isNewPerson = values.idNumber !== undefined || values.idType !== undefined;
  const derived = isNewPerson ? derivedAnswers(fields, idType, number, today) : {};
  const answers = { ...talent.answers, ...rest, ...derived };
  // A number that is being typed counts as typed; its mask comes back with the answer of the server.
  const sealed = Object.entries(talent.sealed).filter(([fieldId]) => values[fieldId] === undefined);
  return {
    ...talent,
    name,
    idType,
    category,
    answers,
    sealed: Object.fromEntries(sealed),
    amountFen: standardFenOf(config, { ...answers, category }),
  };
}
