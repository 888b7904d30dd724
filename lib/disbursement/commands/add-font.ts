import 'server-only';
import { createHash } from 'node:crypto';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { enqueue } from '@/lib/db/enqueue';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { readBounded } from '@/lib/files/reading/read-bounded';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { FontReading } from '@/lib/ports/receipt-renderer';
import * as store from '../font-store';
import { codePointOf, FONT_BYTES_MAX, type FontRefusal } from '../rules/paper-font';

export type FontAdded = {
  readonly name: string;
  readonly has: readonly string[];
  readonly stillMissing: readonly string[];
};

/**
 * 添加字体: a file that has at least one of the characters that receipts wait for. It prints from the next request on,
 * on every server, and changes no version that is issued. Whoever's receipt waits for nothing any more is told.
 */
export async function addFont(
  ctx: Context<StaffActor>,
  input: { readonly name: string },
  body: ReadableStream<Uint8Array> | null,
): Promise<Result<FontAdded, FontRefusal>> {
  authorise(ctx.actor, 'font.manage');
  const read = await readBounded(body, FONT_BYTES_MAX);
  if (!read.ok) return read;
  const bytes = read.value;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await store.fontByHash(ctx.db, sha256);
  if (known) return refuse({ code: 'font-there-already', name: known.name });
  const missing = await store.allMissing(ctx.db);
  if (missing.length === 0) return refuse({ code: 'nothing-missing' });
  const reading = await readSafely(ctx, bytes, missing);
  if (reading.kind === 'unusable') return refuse({ code: 'font-unusable', why: reading.why });
  if (reading.has.length === 0) return refuse({ code: 'font-brings-nothing', missing });

  const fileKey = `fonts/${sha256}.ttf`;
  await ctx.ports.files.put(fileKey, bytes, 'font/sfnt');
  return transact(ctx, async (tx) => {
    const [id, fileName] = [newId(), input.name.slice(0, 200)];
    const { name: fontName, characters, has } = reading;
    const name = fontName || fileName;
    const file = { id, name, fileName, fileKey, sha256, sizeBytes: bytes.byteLength, characters };
    await store.insertFont(tx.db, { ...file, brought: [...has], addedById: tx.actor.id, addedAt: tx.now });
    const detail = { name, sha256, characters: has.map(codePointOf) };
    await writeAudit(tx, { action: 'font.add', word: '添加打印字体', subjectKind: 'paperFont', subjectId: id, detail });
    for (const freed of await store.resolveMissing(tx.db, has, tx.now)) await tellFreed(tx, freed);
    return ok({ name, has, stillMissing: missing.filter((one) => !has.includes(one)) });
  });
}

/** A hostile file may break its thread or take too long: then it is no use as a font, and nothing else happens. */
async function readSafely(ctx: Context, bytes: Uint8Array, missing: readonly string[]): Promise<FontReading> {
  try {
    return await ctx.ports.receipts.readFont(bytes, missing);
  } catch {
    return { kind: 'unusable', why: 'broken' };
  }
}

async function tellFreed(tx: Context<StaffActor>, disbursementId: string): Promise<void> {
  const subject = { subjectKind: 'disbursement', subjectId: disbursementId };
  const auditId = await writeAudit(tx, { action: 'receipt.printable', word: '字库已补，可以打印收据', ...subject });
  await enqueue(tx.db, 'tell', { kind: 'receipt-printable', ...subject, auditId }, { key: `tell ${auditId}` });
}
