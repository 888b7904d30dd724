import 'server-only';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';

export const extensionOf = (db: Db, applicationId: string) =>
  db.extensionRequest.findUnique({ where: { applicationId } });

export async function insertExtension(
  db: Db,
  row: { applicationId: string; reason: string; askedById: string; askedAt: Date },
): Promise<string> {
  const id = newId();
  await db.extensionRequest.create({ data: { id, ...row } });
  return id;
}
