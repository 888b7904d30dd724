import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';

export async function insertFile(db: Db, row: Prisma.StoredFileUncheckedCreateInput): Promise<void> {
  await db.storedFile.create({ data: row });
}

export const storedFile = (db: Db, id: string) => db.storedFile.findUnique({ where: { id } });
