import 'server-only';
import { createHash } from 'node:crypto';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { readBounded } from '@/lib/files/reading/read-bounded';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import * as store from '../register-store';
import { plainFileName } from '../rules/plain-file-name';
import type { RegisterRefusal } from '../rules/register-refusals';
import { compareRows, readRegisterSheet } from '../rules/register-sheet';
import { SHEET_BYTES_MAX } from '../rules/sheet-heading';

/**
 * Reads a spreadsheet of the legal-entity register and keeps what it would do (试读): nothing of the register changes
 * yet. Rows that are wrong are named with their line and left out when the rest is taken over.
 */
export async function readRegisterFile(
  ctx: Context<StaffActor>,
  input: { readonly name: string; readonly asOf: ShanghaiDay },
  body: ReadableStream<Uint8Array> | null,
): Promise<Result<{ id: string }, RegisterRefusal>> {
  authorise(ctx.actor, 'register.import');
  const today = shanghaiDayOf(ctx.now);
  if (input.asOf > today) return refuse({ code: 'as-of-future' });
  const read = await readBounded(body, SHEET_BYTES_MAX);
  if (!read.ok) return read;
  const bytes = read.value;
  const cells = await ctx.ports.spreadsheets.read(bytes);
  if (!cells.ok) return refuse({ code: 'file-refused', fault: cells.refusal });
  const sheet = readRegisterSheet(cells.value, today);
  if (!sheet.ok) return sheet;
  const { rows, faults } = sheet.value;

  return transact(ctx, async (tx) => {
    const standing = await store.standingEntities(
      tx.db,
      rows.map(({ uscc }) => uscc),
    );
    const { changes, same } = compareRows(rows, standing);
    const id = newId();
    const newCount = changes.filter(({ what }) => what === 'new').length;
    const counts = {
      newCount,
      changedCount: changes.length - newCount,
      sameCount: same.length,
      wrongCount: faults.length,
    };
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await store.insertImport(tx.db, {
      id,
      fileName: plainFileName(input.name),
      sha256,
      sizeBytes: bytes.byteLength,
      asOf: input.asOf,
      rows,
      errors: faults,
      ...counts,
      createdById: ctx.actor.id,
      createdAt: ctx.now,
    });
    await writeAudit(tx, {
      action: 'register.read',
      word: '试读法人库文件',
      subjectKind: 'registerImport',
      subjectId: id,
      detail: { sha256, asOf: input.asOf, ...counts },
    });
    return ok({ id });
  });
}
