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
import * as store from '../bank-store';
import type { BankTableRefusal } from '../rules/bank-refusals';
import { compareBanks, countBanks, readBankSheet } from '../rules/bank-sheet';
import type { BankUpload } from '../rules/bank.schema';
import { plainFileName } from '../rules/plain-file-name';
import { SHEET_BYTES_MAX } from '../rules/sheet-heading';

/**
 * Reads a spreadsheet of the bank table and keeps what it would do (试读): nothing of the table changes yet. Rows that
 * are wrong are named with their line.
 */
export async function readBankFile(
  ctx: Context<StaffActor>,
  input: BankUpload,
  body: ReadableStream<Uint8Array> | null,
): Promise<Result<{ id: string }, BankTableRefusal>> {
  authorise(ctx.actor, 'bank.manage');
  const read = await readBounded(body, SHEET_BYTES_MAX);
  if (!read.ok) return read;
  const bytes = read.value;
  const cells = await ctx.ports.spreadsheets.read(bytes);
  if (!cells.ok) return refuse({ code: 'file-refused', fault: cells.refusal });
  const sheet = readBankSheet(cells.value);
  if (!sheet.ok) return sheet;
  const { rows, faults } = sheet.value;
  const isWhole = input.scope === 'whole';
  const sha256 = createHash('sha256').update(bytes).digest('hex');

  return transact(ctx, async (tx) => {
    const standing = await store.standingBanks(tx.db, isWhole ? 'all' : rows.map(({ cnapsCode }) => cnapsCode));
    const counts = countBanks(compareBanks(rows, standing, isWhole), faults.length);
    const id = newId();
    await store.insertBankImport(tx.db, {
      ...counts,
      ...{ id, fileName: plainFileName(input.name), sha256, sizeBytes: bytes.byteLength, isWhole },
      rows,
      errors: faults,
      createdById: ctx.actor.id,
      createdAt: ctx.now,
    });
    await writeAudit(tx, {
      action: 'banks.read',
      word: '试读银行表文件',
      subjectKind: 'bankImport',
      subjectId: id,
      detail: { sha256, isWhole, ...counts },
    });
    return ok({ id });
  });
}
