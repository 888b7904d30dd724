import { answersThatApply } from '@/lib/forms/rules/applying';
import { applies } from '@/lib/forms/rules/conditions';
import { withSealedMarks } from '@/lib/forms/rules/sealed-answers';
import type { Answers, ProgrammeConfig, RequirementConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { talentAnswers, type AttachmentView, type DraftView, type TalentView } from './draft';

/** A paper that is asked for, once for the application or once for a talent. */
export type AskedPaper = { readonly requirement: RequirementConfig; readonly talentId: string | null };

type Form = Pick<DraftView, 'answers' | 'talents'>;

/** The papers of the whole application, then those of each talent in list order; only where the condition holds. */
export function askedPapers(form: Form, config: ProgrammeConfig): AskedPaper[] {
  const outer = answersThatApply(fieldsOf(config.enterprise), form.answers);
  const common = config.requirements
    .filter(({ per, appliesWhen }) => per === 'application' && applies(appliesWhen, outer))
    .map((requirement) => ({ requirement, talentId: null }));
  const own = form.talents.flatMap((talent) =>
    papersOfTalent(talent, outer, config).map((requirement) => ({ requirement, talentId: talent.id })),
  );
  return [...common, ...own];
}

/** The papers of one talent. `outer` are the answers of the application. */
export function papersOfTalent(talent: TalentView, outer: Answers, config: ProgrammeConfig): RequirementConfig[] {
  const live = answersThatApply(fieldsOf(config.entry), talentAnswers(talent), { outer, sealed: talent.sealed });
  const seen = withSealedMarks(live, talent.sealed);
  return config.requirements.filter(({ per, appliesWhen }) => per === 'entry' && applies(appliesWhen, seen, outer));
}

/** The files in one place, in order of upload. */
export function filesOf(
  attachments: readonly AttachmentView[],
  requirementId: string,
  talentId: string | null,
): AttachmentView[] {
  return attachments.filter((file) => file.requirementId === requirementId && file.talentId === talentId);
}

/** Files that no place asks for any more, since an answer was changed. They are shown and asked about, not handed in. */
export function idleFiles(draft: Form & Pick<DraftView, 'attachments'>, config: ProgrammeConfig): AttachmentView[] {
  const asked = askedPapers(draft, config);
  return draft.attachments.filter(
    ({ requirementId, talentId }) =>
      !asked.some((paper) => paper.requirement.id === requirementId && paper.talentId === talentId),
  );
}
