import type { Box } from '@/lib/files/rules/region';
import { formatPart, parsePart, talentOfPart, type PartKey } from '@/lib/application/rules/part-keys';
import type { SnapshotAttachment, SnapshotTalent, SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import type { FieldConfig, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { provingPaper } from './proving-paper';

/** A place that some reviewer marked, as it is kept. */
export type MarkedPlace = {
  readonly sha256: string;
  readonly requirementId: string;
  readonly fieldId: string;
  readonly subject: string;
  readonly page: number;
  readonly box: Box;
};

/** The page on which the last reviewer found a field in another file of the same paper. */
export type PageHint = { readonly requirementId: string; readonly fieldId: string; readonly page: number };

export type Places = { readonly marked: readonly MarkedPlace[]; readonly hints: readonly PageHint[] };

/** Where a field is to be seen: the paper, and as much of the place as is known. */
export type DeskProof = {
  readonly paper: PartKey;
  /** Of the paper's files. */
  readonly fileIndex: number;
  readonly page: number | null;
  /** Only where this very file was marked for this very person. */
  readonly box: Box | null;
};

/** Whom a place is of: the people of one file are told apart by the index of their ID number. */
export function subjectOf(talent: SnapshotTalent | null, config: ProgrammeConfig): string {
  if (!talent) return '';
  const field = fieldsOf(config.entry).find(({ type }) => type === 'idNumber');
  return (field && talent.sealed[field.id]?.hash) ?? talent.id;
}

type Case = { readonly snapshot: SubmissionSnapshot; readonly config: ProgrammeConfig; readonly places: Places };

/**
 * The place that shows a field: as it was marked in this very file, else the page that is likely, else the paper alone.
 * Null where no paper proves it.
 */
export function proofOf(field: FieldConfig, talent: SnapshotTalent | null, { snapshot, config, places }: Case) {
  const talentId = talent?.id ?? null;
  const files = snapshot.attachments.filter((file) => file.talentId === talentId);
  const subject = subjectOf(talent, config);
  const ofField = places.marked.filter(({ fieldId }) => fieldId === field.id);
  const exact = files.flatMap((file) => {
    const place = ofField.find((one) => one.subject === subject && isIn(one, file));
    return place ? [proofAt(files, file, place.page, place.box)] : [];
  })[0];
  return exact ?? likely(field, { files, ofField, places, config, talentId });
}

type Likely = {
  readonly files: readonly SnapshotAttachment[];
  readonly ofField: readonly MarkedPlace[];
  readonly places: Places;
  readonly config: ProgrammeConfig;
  readonly talentId: string | null;
};

function likely(field: FieldConfig, { files, ofField, places, config, talentId }: Likely): DeskProof | null {
  const requirement = provingPaper(
    field,
    config.requirements.filter(({ id }) => files.some((file) => file.requirementId === id)),
    talentId !== null,
  );
  const file = requirement && files.find((one) => one.requirementId === requirement.id);
  if (!file) return null;
  const sameFile = ofField.find((one) => isIn(one, file));
  const hint = places.hints.find((one) => one.fieldId === field.id && one.requirementId === requirement.id);
  return proofAt(files, file, sameFile?.page ?? hint?.page ?? null, null);
}

const isIn = (place: MarkedPlace, file: SnapshotAttachment) =>
  place.sha256 === file.sha256 && place.requirementId === file.requirementId;

function proofAt(
  files: readonly SnapshotAttachment[],
  file: SnapshotAttachment,
  page: number | null,
  box: Box | null,
): DeskProof {
  const { requirementId, talentId } = file;
  const ofPaper = files.filter((one) => one.requirementId === requirementId);
  const paper = formatPart({ kind: 'attachment', requirementId, talentId });
  return { paper, fileIndex: Math.max(0, ofPaper.indexOf(file)), page, box };
}

/** The paper and the field that a mark joins, where both are of the same person; null where they are not. */
export function joined(pin: PartKey, paper: PartKey): { fieldId: string; talentId: string | null } | null {
  const [field, attachment] = [parsePart(pin), parsePart(paper)];
  if (attachment?.kind !== 'attachment' || !field) return null;
  if (field.kind !== 'field' && field.kind !== 'talent-field') return null;
  const talentId = talentOfPart(field);
  return talentId === attachment.talentId ? { fieldId: field.fieldId, talentId } : null;
}
