import 'server-only';
import type { Context } from '@/lib/access/context';
import { draftRow, loadDraft } from '../draft-store';
import type { DraftView } from '../rules/draft';
import type { Editing } from './editing';

/** The draft as it stands inside this change. */
export async function draftAt(tx: Context, { row, config }: Pick<Editing, 'row' | 'config'>): Promise<DraftView> {
  const found = await draftRow(tx.db, row.id);
  if (!found) throw new Error(`application ${row.id} has gone`);
  return (await loadDraft(tx, found, config)).draft;
}
