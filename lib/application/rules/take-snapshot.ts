import { answersThatApply, fieldsThatApply } from '@/lib/forms/rules/applying';
import { categoryOf, standardFenOf } from '@/lib/programme/rules/amounts';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import type { Fen } from '@/lib/kernel/fen';
import { award } from './award';
import { talentAnswers, type ContactView, type DraftView, type TalentView } from './draft';
import { idleFiles } from './requirements';
import type { SnapshotTalent, SubmissionSnapshot } from './snapshot';

/** What a draft does not hold itself. */
export type SubmissionFacts = Pick<SubmissionSnapshot, 'number' | 'submittedAt' | 'programme' | 'enterprise'> & {
  readonly contact: ContactView;
  readonly instructionsVersion: string;
  /** Blind index of each sealed answer, by talent id and field id. */
  readonly hashes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** SHA-256 of each file, by file id. */
  readonly sha256: Readonly<Record<string, string>>;
  readonly capFen: Fen;
  readonly grantedThisYearFen: Fen;
};

/**
 * Freezes a draft as a submission. Answers to fields that do not apply and files that nothing asks for stay behind.
 * Throws when a hash is missing: a sealed value would be handed in that nobody can compare later.
 */
export function takeSnapshot(draft: DraftView, config: ProgrammeConfig, facts: SubmissionFacts): SubmissionSnapshot {
  const { hashes, sha256, capFen, grantedThisYearFen, ...rest } = facts;
  const outer = answersThatApply(fieldsOf(config.enterprise), draft.answers);
  const talents = draft.talents.map((talent, index) => freezeTalent(talent, index + 1, { outer, config, hashes }));
  const idle = new Set(idleFiles(draft, config).map(({ id }) => id));
  const expected = talents.map(({ id, name, categoryLabel, standardFen }) => ({
    talentId: id,
    name,
    categoryLabel,
    standardFen,
    supported: true,
  }));
  return {
    schema: 1,
    ...rest,
    answers: outer,
    talents,
    attachments: draft.attachments
      .filter(({ id }) => !idle.has(id))
      .map(({ uploadedAt: _, ...file }) => ({
        ...file,
        sha256: known(sha256[file.fileId], `sha256 of ${file.fileId}`),
      })),
    award: mutable(award(expected, capFen, grantedThisYearFen)),
  };
}

type Freezing = {
  readonly outer: Readonly<Record<string, string>>;
  readonly config: ProgrammeConfig;
  readonly hashes: SubmissionFacts['hashes'];
};

function freezeTalent(talent: TalentView, position: number, { outer, config, hashes }: Freezing): SnapshotTalent {
  const { id, name, idType, category, sealed: all } = talent;
  const asked = fieldsThatApply(fieldsOf(config.entry), talentAnswers(talent), { outer, sealed: all });
  const answers = answersThatApply(asked, talentAnswers(talent), { outer, sealed: all });
  const sealed = asked.flatMap(({ id: fieldId }) => {
    const masked = all[fieldId]?.masked;
    if (masked === undefined) return [];
    return [[fieldId, { masked, hash: known(hashes[id]?.[fieldId], `blind index of ${fieldId}`) }]];
  });
  return {
    id,
    position,
    name,
    idType,
    category,
    categoryLabel: categoryOf(config, category)?.label ?? category,
    answers,
    sealed: Object.fromEntries(sealed) as SnapshotTalent['sealed'],
    standardFen: standardFenOf(config, answers),
  };
}

function known(value: string | undefined, what: string): string {
  if (value === undefined) throw new Error(`no ${what} for the submission`);
  return value;
}

function mutable({ lines, ...amounts }: ReturnType<typeof award>): SubmissionSnapshot['award'] {
  return { ...amounts, lines: lines.map((line) => ({ ...line })) };
}
