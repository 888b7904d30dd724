import 'server-only';
import { createHash } from 'node:crypto';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { readBounded } from '@/lib/files/reading/read-bounded';
import { tabbedCells } from '@/lib/forms/rules/tabbed-text';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { SheetCells } from '@/lib/ports/spreadsheet-reader';
import { versionById } from '@/lib/programme/queries';
import { importAtHand, viewOf } from '../import-queries';
import * as imports from '../import-store';
import { decideEdit } from '../rules/decide-submission';
import type { ImportRefusal, ImportRefusalOf } from '../rules/import-refusals';
import { IMPORT_BYTES_MAX, readRows } from '../rules/import-rows';
import type { ImportView } from '../rules/import-view';
import { editCase, ownApplication, type EditingRefusal } from './editing';

type FileRefused = ImportRefusalOf<'sheet-too-large' | 'sheet-refused'>;
export type ReadRefusal = EditingRefusal | ImportRefusal | FileRefused;

export type SheetInput = {
  readonly applicationId: string;
  readonly source: 'file' | 'paste';
  /** The file's name as the clerk's computer calls it; '' for a paste. */
  readonly name: string;
};

/**
 * 试读: reads a sheet or a paste of talents and keeps what importing it would do. Nothing of the draft changes. What was
 * read lies sealed until the next sheet is read, so that taking over repeats exactly what was shown.
 */
export async function readTalents(
  ctx: Context<EnterpriseActor>,
  input: SheetInput,
  body: ReadableStream<Uint8Array> | null,
): Promise<Result<ImportView, ReadRefusal>> {
  const own = await ownApplication(ctx, input.applicationId, 'application.edit');
  if (!own.ok) return own;
  if (own.value.discardedAt) return refuse({ code: 'not-found' });
  const editable = decideEdit(await editCase(ctx, own.value));
  if (!editable.ok) return editable;
  const bytes = await readBounded(body, IMPORT_BYTES_MAX);
  if (!bytes.ok) return refuse({ code: 'sheet-too-large' });
  const cells = await cellsIn(ctx, bytes.value, input.source);
  if (!cells.ok) return cells;
  const { config } = await versionById(ctx, own.value.programmeVersionId);
  const read = readRows(cells.value, config, input.source);
  if (!read.ok) return read;
  return transact(ctx, async (tx): Promise<Result<ImportView, ReadRefusal>> => {
    const id = newId();
    const row = {
      ...{ id, applicationId: input.applicationId, source: input.source, fileName: nameOf(input) },
      sha256: createHash('sha256').update(bytes.value).digest('hex'),
      rowCount: read.value.rows.length,
      createdById: ctx.actor.id,
      createdAt: tx.now,
    };
    await imports.insertImport(tx, row, cells.value);
    const found = await importAtHand(tx, own.value, config, id);
    return found ? ok(viewOf(found)) : refuse({ code: 'not-found' });
  });
}

async function cellsIn(
  ctx: Context,
  bytes: Uint8Array,
  source: SheetInput['source'],
): Promise<Result<SheetCells, FileRefused>> {
  if (source === 'paste') {
    const cells = tabbedCells(new TextDecoder().decode(bytes));
    return cells ? ok(cells) : refuse({ code: 'sheet-refused', fault: 'too-many-rows' });
  }
  const cells = await ctx.ports.spreadsheets.read(bytes);
  return cells.ok ? cells : refuse({ code: 'sheet-refused', fault: cells.refusal });
}

function nameOf({ source, name }: SheetInput): string {
  if (source === 'paste') return '粘贴的内容';
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  return [...last.replace(/\p{C}/gu, '').trim()].slice(0, 120).join('') || '未命名文件';
}
