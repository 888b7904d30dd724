import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { MAX_FILE_BYTES } from '@/lib/files/rules/upload-limits';
import { readBounded } from '@/lib/files/reading/read-bounded';
import { refuse } from '@/lib/kernel/result';
import type { ProofInput } from '../rules/disbursement.schema';
import { forAct } from '../store';
import { decideProof, uploadProof, type ProofAnswer } from './upload-proof';

/**
 * One 在职证明 from the wire to its talents. Whose disbursement it is and whether a proof is wanted is asked before a byte
 * is read; the stream is counted while it is read.
 */
export async function receiveProof(
  ctx: Context<EnterpriseActor>,
  input: ProofInput & { readonly name: string },
  body: ReadableStream<Uint8Array> | null,
): Promise<ProofAnswer> {
  const row = await forAct(ctx.db, input.disbursementId);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'disbursement.act', row);
  const wanted = decideProof(ctx, row, input);
  if (!wanted.ok) return wanted;
  const bytes = await readBounded(body, MAX_FILE_BYTES);
  if (!bytes.ok) return bytes;
  const { name, ...proof } = input;
  return uploadProof(ctx, { ...proof, file: { name, bytes: bytes.value } });
}
