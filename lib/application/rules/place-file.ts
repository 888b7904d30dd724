import type { ProgrammeConfig, RequirementConfig } from '@/lib/programme/rules/config';
import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';
import type { DraftView } from './draft';
import type { ApplicationRefusal } from './refusals';
import { askedPapers, filesOf } from './requirements';

export type Place = { readonly requirementId: string; readonly talentId: string | null };

export type PlaceRefusal = Extract<ApplicationRefusal, { code: 'file-too-many' | 'file-not-asked-for' }>;

/** The requirement under which one more file may be put, given what the draft asks for and holds. */
export function decidePlace(
  draft: DraftView,
  config: ProgrammeConfig,
  { requirementId, talentId }: Place,
): Result<RequirementConfig, PlaceRefusal> {
  const paper = askedPapers(draft, config).find(
    (asked) => asked.requirement.id === requirementId && asked.talentId === talentId,
  );
  if (!paper) return refuse({ code: 'file-not-asked-for' });
  const { label, maxFiles } = paper.requirement;
  const { length } = filesOf(draft.attachments, requirementId, talentId);
  return length >= maxFiles ? refuse({ code: 'file-too-many', label, limit: maxFiles }) : ok(paper.requirement);
}
