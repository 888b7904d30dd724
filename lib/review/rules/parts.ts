import { formatPart, partLabel, parsePart, type Part, type PartKey } from '@/lib/application/rules/part-keys';
import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';

/**
 * What a reviewer must have looked at before a case is returned or decided, since a return names everything at once
 * (一次性告知): the enterprise's own data, every paper that was handed in, every talent. In the order of the screen.
 */
export function partsToLook(
  snapshot: SubmissionSnapshot,
  { requirements }: Pick<ProgrammeConfig, 'requirements'>,
): PartKey[] {
  const papers = (talentId: string | null) =>
    requirements
      .filter(({ id }) => snapshot.attachments.some((file) => file.requirementId === id && file.talentId === talentId))
      .map(({ id }) => formatPart({ kind: 'attachment', requirementId: id, talentId }));
  return [
    formatPart({ kind: 'section', step: 'enterprise' }),
    ...papers(null),
    ...snapshot.talents.flatMap(({ id }) => [formatPart({ kind: 'talent', talentId: id }), ...papers(id)]),
  ];
}

/** How such parts read in a list of what was not looked at yet. */
export function partLabels(parts: readonly PartKey[], snapshot: SubmissionSnapshot, config: ProgrammeConfig): string[] {
  return parts.flatMap((key) => {
    const part = parsePart(key);
    return part ? [partLabel(part, snapshot, config)] : [];
  });
}

/** Whether a submission has this part, so that a comment pinned to it leads the clerk somewhere. */
export function partStands(part: Part, { talents }: SubmissionSnapshot, config: ProgrammeConfig): boolean {
  const hasTalent = (id: string | null) => talents.some((talent) => talent.id === id);
  switch (part.kind) {
    case 'whole':
    case 'section':
      return true;
    case 'field':
      return fieldsOf(config.enterprise).some(({ id }) => id === part.fieldId);
    case 'talent':
      return hasTalent(part.talentId);
    case 'talent-field':
      return hasTalent(part.talentId) && fieldsOf(config.entry).some(({ id }) => id === part.fieldId);
    case 'attachment': {
      const requirement = config.requirements.find(({ id }) => id === part.requirementId);
      return requirement?.per === 'application' ? part.talentId === null : hasTalent(part.talentId);
    }
  }
}
