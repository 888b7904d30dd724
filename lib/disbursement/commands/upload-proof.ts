import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import type { FileRefusal } from '@/lib/files/rules/refusals';
import { storeUpload } from '@/lib/files/commands/store-upload';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { ProofInput } from '../rules/disbursement.schema';
import { proofAge } from '../rules/proof-age';
import type { DisbursementRefusal } from '../rules/refusals';
import { ownerMayAct } from '../rules/standing';
import { forAct, replaceProof, setIfUnchanged, type DisbursementForAct } from '../store';
import type { AdvanceRefusal } from './advance';
import { moveOnWhenComplete } from './proofs-now';

export type ProofAnswer = Result<
  { complete: boolean },
  DisbursementRefusal | FileRefusal | CommonRefusal | AdvanceRefusal
>;

/**
 * Takes a 在职证明 for one or several talents, as a file and the day it bears. A newer one replaces the one before. When
 * the last wanted proof is in, the disbursement moves on to the confirmation. Refuses a day in the future or too old,
 * a talent of whom none is wanted, and whatever is wrong with the file.
 */
export async function uploadProof(
  ctx: Context<EnterpriseActor>,
  input: ProofInput & { readonly file: { readonly bytes: Uint8Array; readonly name: string } },
): Promise<ProofAnswer> {
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'disbursement.act', row);
  const wanted = decideProof(ctx, row, input);
  if (!wanted.ok) return wanted;
  const owner = { enterpriseId: ctx.actor.enterpriseId, uploadedBy: ctx.actor.id };
  const stored = await storeUpload(ctx, { ...input.file, purpose: 'employment-proof' }, owner);
  if (!stored.ok) return stored;

  return transact(ctx, async (tx) => {
    if (!(await setIfUnchanged(tx.db, row, { lastActAt: ctx.now }))) return refuse({ code: 'somebody-was-faster' });
    for (const line of wanted.value) {
      const proof = { id: newId(), lineId: line.id, fileId: stored.value.fileId, issuedOn: input.issuedOn };
      await replaceProof(tx.db, { ...proof, uploadedAt: ctx.now });
    }
    await writeAudit(tx, {
      action: 'disbursement.uploadProof',
      word: '上传在职证明',
      subjectKind: 'disbursement',
      subjectId: row.id,
      detail: { lineIds: input.lineIds, issuedOn: input.issuedOn, fileId: stored.value.fileId },
    });
    return moveOnWhenComplete(tx, row.id);
  });
}

/** The talents of the paper, if one is wanted of each of them on that day. */
export function decideProof(
  ctx: Context,
  row: DisbursementForAct,
  input: ProofInput,
): Result<DisbursementForAct['lines'], DisbursementRefusal | CommonRefusal> {
  const may = ownerMayAct(row, ['AWAITING_PROOF', 'AWAITING_CONFIRMATION']);
  if (!may.ok) return may;
  const lines = row.lines.filter((line) => input.lineIds.includes(line.id));
  if (lines.length !== new Set(input.lineIds).size) return refuse({ code: 'not-found' });
  const names = lines.filter((line) => line.state !== 'KEPT').map((line) => line.name);
  if (names.length > 0) return refuse({ code: 'proof-not-wanted', names });
  const { proofMaxAgeDays: maxAgeDays } = row.terms;
  const age = proofAge(input.issuedOn, shanghaiDayOf(ctx.now), maxAgeDays);
  if (age === 'in-future') return refuse({ code: 'proof-in-future' });
  if (age === 'too-old') return refuse({ code: 'proof-too-old', names: lines.map((line) => line.name), maxAgeDays });
  return ok(lines);
}
