import 'server-only';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import type { Prisma } from '@/prisma/generated/client';
import { putPauses } from './store';

type AddedFonts = NonNullable<Parameters<Context['ports']['receipts']['render']>[1]>;

/** The fonts that are asked for a character that the product's own lack, oldest first. */
export async function addedFonts(ctx: Context): Promise<AddedFonts> {
  const rows = await ctx.db.paperFont.findMany({ orderBy: [{ addedAt: 'asc' }, { id: 'asc' }] });
  return rows.map(({ sha256, fileKey }) => ({
    sha256,
    bytes: async () => {
      const bytes = await ctx.ports.files.get(fileKey);
      if (!bytes) throw new Error(`the store has lost the font ${sha256}`);
      return bytes;
    },
  }));
}

export const fontByHash = (db: Db, sha256: string) => db.paperFont.findUnique({ where: { sha256 } });

export async function insertFont(db: Db, row: Prisma.PaperFontUncheckedCreateInput): Promise<void> {
  await db.paperFont.create({ data: row });
}

/** The characters that this receipt waits for. */
export async function missingOf(db: Db, disbursementId: string): Promise<string[]> {
  const rows = await db.missingCharacter.findMany({ where: { disbursementId, resolvedAt: null } });
  return rows.map(({ character }) => character);
}

/** From now on it waits for exactly these. */
export async function setMissing(
  db: Db,
  disbursementId: string,
  characters: readonly string[],
  now: Date,
): Promise<void> {
  const others = { disbursementId, resolvedAt: null, character: { notIn: [...characters] } };
  await db.missingCharacter.updateMany({ where: others, data: { resolvedAt: now } });
  for (const character of characters) {
    const key = { disbursementId_character: { disbursementId, character } };
    const again = await db.missingCharacter.updateMany({
      where: { disbursementId, character, resolvedAt: { not: null } },
      data: { since: now, resolvedAt: null },
    });
    if (again.count === 0)
      await db.missingCharacter.upsert({ where: key, create: { disbursementId, character, since: now }, update: {} });
  }
}

/** The paper was printed, so nothing of it is waited for. */
export async function closeMissing(db: Db, disbursementId: string, now: Date): Promise<void> {
  await db.missingCharacter.updateMany({ where: { disbursementId, resolvedAt: null }, data: { resolvedAt: now } });
}

/** Every character that is waited for, each once. */
export async function allMissing(db: Db): Promise<string[]> {
  const rows = await db.missingCharacter.findMany({
    where: { resolvedAt: null },
    distinct: ['character'],
    orderBy: { since: 'asc' },
  });
  return rows.map(({ character }) => character);
}

/** Takes these off the list; answers the disbursements that wait for nothing any more. Their days go on by the wait. */
export async function resolveMissing(db: Db, characters: readonly string[], now: Date): Promise<string[]> {
  const where = { resolvedAt: null, character: { in: [...characters] } };
  const touched = await db.missingCharacter.findMany({ where, select: { disbursementId: true, since: true } });
  await db.missingCharacter.updateMany({ where, data: { resolvedAt: now } });
  const ids = [...new Set(touched.map(({ disbursementId }) => disbursementId))];
  const waiting = await db.missingCharacter.findMany({ where: { resolvedAt: null, disbursementId: { in: ids } } });
  const freed = ids.filter((id) => !waiting.some(({ disbursementId }) => disbursementId === id));
  for (const id of freed) {
    const since = touched.filter((one) => one.disbursementId === id).map((one) => one.since.getTime());
    await putPauses(db, { id }, new Date(Math.min(...since)), now);
  }
  return freed;
}
