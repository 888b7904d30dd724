import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import type { DraftRow, LoadedDraft } from '../draft-store';
import type { SubmissionSnapshot } from '../rules/snapshot';
import { takeSnapshot } from '../rules/take-snapshot';
import * as store from '../store';
import { contentHash } from '@/lib/db/content-hash';

/** Writes the frozen picture of a submission with its hash, and its sealed answers under the submission's own id. */
export async function freeze(
  tx: Context<EnterpriseActor>,
  row: DraftRow,
  loaded: LoadedDraft,
  config: ProgrammeConfig,
  number: number,
): Promise<SubmissionSnapshot> {
  const { draft, sealed, sha256 } = loaded;
  if (!draft.contact || !draft.acceptedInstructions) throw new Error(`application ${row.id} is not complete`);
  const snapshot = takeSnapshot(draft, config, {
    number,
    submittedAt: tx.now.toISOString(),
    programme: {
      id: row.programmeId,
      versionId: row.programmeVersionId,
      code: row.programme.code,
      name: config.name,
      year: row.programmeYear,
    },
    enterprise: { id: row.enterpriseId, name: row.enterprise.name, uscc: row.enterprise.uscc },
    contact: draft.contact,
    instructionsVersion: draft.acceptedInstructions,
    hashes: hashesOf(sealed),
    sha256,
    capFen: config.yearlyCapFen,
    grantedThisYearFen: await store.grantedThisYear(tx.db, row),
  });
  const id = newId();
  await store.insertSubmission(tx.db, {
    ...{ id, applicationId: row.id, number, snapshot, sha256: contentHash(snapshot) },
    submittedById: tx.actor.id,
    submittedAt: tx.now,
  });
  await store.insertSealed(tx.db, sealedCopies(tx, id, sealed));
  return snapshot;
}

function hashesOf(sealed: LoadedDraft['sealed']): Record<string, Record<string, string>> {
  return Object.fromEntries(
    [...sealed].map(([talentId, own]) => [
      talentId,
      Object.fromEntries(Object.entries(own).map(([fieldId, { hash }]) => [fieldId, hash])),
    ]),
  );
}

/** Table `submission`, column `<talent id>.<field id>`, row the submission; the blind index stays that of the talent. */
function sealedCopies(tx: Pick<Context, 'vault'>, rowId: string, sealed: LoadedDraft['sealed']) {
  return [...sealed].flatMap(([talentId, own]) =>
    Object.entries(own).map(([fieldId, { clear, masked, hash }]) => {
      const place = { table: 'submission', column: `${talentId}.${fieldId}`, rowId };
      return {
        tableName: place.table,
        columnName: place.column,
        rowId,
        envelope: tx.vault.seal(place, clear),
        blindIndex: hash,
        masked,
      };
    }),
  );
}
