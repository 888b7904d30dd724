import 'server-only';
import type { ReviewStage } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import type { MarkedPlace, PageHint } from './rules/proof-places';

/** What was marked in files of this content, by whoever marked it last. */
export async function placesIn(db: Db, programmeId: string, hashes: readonly string[]): Promise<MarkedPlace[]> {
  const rows = await db.proofPlace.findMany({ where: { programmeId, sha256: { in: [...hashes] } } });
  return rows.map(({ sha256, requirementId, fieldId, subject, page, x, y, width, height }) => ({
    ...{ sha256, requirementId, fieldId, subject, page },
    box: { x, y, width, height },
  }));
}

/** For each field with its paper the page that was marked last, in whatever file: one look into the index for each. */
export const lastPages = (
  db: Db,
  programmeId: string,
  wanted: readonly { readonly requirementId: string; readonly fieldId: string }[],
) =>
  db.$queryRaw<PageHint[]>`
    SELECT wanted."requirementId", wanted."fieldId", last.page
    FROM unnest(${wanted.map(({ requirementId }) => requirementId)}::text[], ${wanted.map(({ fieldId }) => fieldId)}::text[])
      AS wanted("requirementId", "fieldId")
    CROSS JOIN LATERAL (
      SELECT p.page FROM proof_place p
      WHERE p.programme_id = ${programmeId}::uuid AND p.requirement_id = wanted."requirementId"
        AND p.field_id = wanted."fieldId"
      ORDER BY p.marked_at DESC LIMIT 1
    ) last`;

export type NewPlace = MarkedPlace & {
  readonly programmeId: string;
  readonly applicationId: string;
  readonly stage: ReviewStage;
  readonly markedById: string;
  readonly markedAt: Date;
};

/** Keeps a place; what was marked for the same field in the same file before makes way. */
export async function putPlace(db: Db, { box, ...place }: NewPlace): Promise<void> {
  const { programmeId, sha256, requirementId, fieldId, subject } = place;
  const data = { ...place, ...box };
  await db.proofPlace.upsert({
    where: {
      programmeId_sha256_requirementId_fieldId_subject: { programmeId, sha256, requirementId, fieldId, subject },
    },
    create: { id: newId(), ...data },
    update: data,
  });
}
