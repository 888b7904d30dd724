import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import { takeFromHost, type TooMany } from '@/lib/access/commands/take-try';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { OBJECTION_PAPERS_PER_HOST } from '@/lib/access/rules/try-limits';
import { storeUpload, type StoredUpload } from '@/lib/files/commands/store-upload';
import { readBounded } from '@/lib/files/reading/read-bounded';
import type { FileRefusal } from '@/lib/files/rules/refusals';
import { MAX_FILE_BYTES } from '@/lib/files/rules/upload-limits';
import { refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { MOST_PAPERS } from '../rules/objection.schema';
import { filesOf, isRunning, noticeStanding } from '../store';
import { statementForAct } from '../statement-store';

export const PUBLIC_PAPER = 'objection-paper';
export const STATEMENT_PAPER = 'statement-paper';
/** Uploads that were replaced by others before the form was sent. */
const SPARE = 5;

type Body = ReadableStream<Uint8Array> | null;

/** Who uploaded, where nobody is signed in: the secret of the form, of which only this index is kept. */
export const ticketOf = (ctx: Context, ticket: string) => ctx.vault.blind('objection.ticket', ticket);

/**
 * A paper for an objection that is being written, from anybody: while the notice runs, a few for one form and for one
 * address. Looked through and stripped like every upload; it belongs to nothing until the form is sent.
 */
export async function uploadPublicPaper(
  ctx: Context,
  input: { readonly number: string; readonly ticket: string; readonly name: string },
  body: Body,
): Promise<Result<StoredUpload, FileRefusal | TooMany | { code: 'notice-over' } | { code: 'too-many-papers' }>> {
  const notice = await noticeStanding(ctx.db, input.number);
  if (!notice || !isRunning(notice, shanghaiDayOf(ctx.now))) return refuse({ code: 'notice-over' });
  const host = await takeFromHost(ctx, 'objection papers', OBJECTION_PAPERS_PER_HOST);
  if (!host.ok) return host;
  const uploadedBy = ticketOf(ctx, input.ticket);
  if ((await filesOf(ctx.db, uploadedBy, PUBLIC_PAPER)) >= MOST_PAPERS + SPARE) {
    return refuse({ code: 'too-many-papers' });
  }
  const read = await readBounded(body, MAX_FILE_BYTES);
  if (!read.ok) return read;
  const upload = { bytes: read.value, name: input.name, purpose: PUBLIC_PAPER };
  return storeUpload(ctx, upload, { enterpriseId: null, uploadedBy });
}

/** A paper for the statement of an enterprise. */
export async function uploadStatementPaper(
  ctx: Context<EnterpriseActor>,
  input: { readonly id: string; readonly name: string },
  body: Body,
): Promise<Result<StoredUpload, FileRefusal | CommonRefusal>> {
  const row = await statementForAct(ctx.db, input.id);
  if (!row) return refuse({ code: 'not-found' });
  authorise(ctx.actor, 'statement.give', { enterpriseId: row.enterpriseId, application: row.application });
  const read = await readBounded(body, MAX_FILE_BYTES);
  if (!read.ok) return read;
  const upload = { bytes: read.value, name: input.name, purpose: STATEMENT_PAPER };
  return storeUpload(ctx, upload, { enterpriseId: row.enterpriseId, uploadedBy: ctx.actor.id });
}
