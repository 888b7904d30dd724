import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { bankLayoutSchema, type BankLayout } from './rules/bank-layout.schema';

/** One administrator at a time changes what layouts there are. */
export const lockLayouts = (db: Db) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('bank layouts', 0))`;

export const layoutOfCode = (db: Db, code: string) =>
  db.bankLayout.findUnique({
    where: { code },
    include: { versions: { orderBy: { number: 'desc' }, select: { id: true, number: true, status: true } } },
  });

export const insertLayout = async (db: Db, code: string, at: Date) =>
  (await db.bankLayout.create({ data: { id: newId(), code, createdAt: at } })).id;

type Kept = {
  readonly config: BankLayout;
  readonly sha256: string;
  readonly takenById: string;
  readonly takenAt: Date;
};

const columns = ({ config, ...rest }: Kept) => ({
  ...rest,
  name: config.name,
  config: config as unknown as Prisma.InputJsonValue,
});

export async function insertLayoutVersion(db: Db, layoutId: string, number: number, kept: Kept): Promise<string> {
  const row = { id: newId(), layoutId, number, status: 'DRAFT' as const, ...columns(kept) };
  return (await db.bankLayoutVersion.create({ data: row })).id;
}

/** Puts another configuration into a version that nobody used yet. */
export const rewriteLayoutDraft = (db: Db, id: string, kept: Kept) =>
  db.bankLayoutVersion.updateMany({
    where: { id, status: 'DRAFT' },
    data: { ...columns(kept), version: { increment: 1 } },
  });

export const deleteLayoutDraft = (db: Db, id: string) =>
  db.bankLayoutVersion.deleteMany({ where: { id, status: 'DRAFT' } });

/** A layout of which nothing was ever published goes with its draft. */
export const deleteLayoutWithoutVersions = (db: Db, id: string) =>
  db.bankLayout.deleteMany({ where: { id, versions: { none: {} } } });

export const layoutVersionForAct = (db: Db, id: string) =>
  db.bankLayoutVersion.findUnique({ where: { id }, include: { layout: { select: { code: true } } } });

export const publishedLayoutVersion = (db: Db, layoutId: string) =>
  db.bankLayoutVersion.findFirst({ where: { layoutId, status: 'PUBLISHED' } });

export const countPublishedLayouts = (db: Db) => db.bankLayoutVersion.count({ where: { status: 'PUBLISHED' } });

export type PublishedLayout = {
  readonly id: string;
  readonly code: string;
  readonly number: number;
  readonly name: string;
};

/** The layouts that may be chosen, in the order in which they came. */
export async function publishedLayouts(db: Db): Promise<PublishedLayout[]> {
  const rows = await db.bankLayoutVersion.findMany({
    where: { status: 'PUBLISHED' },
    select: { id: true, number: true, name: true, layout: { select: { code: true } } },
    orderBy: [{ layout: { createdAt: 'asc' } }, { layoutId: 'asc' }],
  });
  return rows.map(({ layout, ...row }) => ({ ...row, code: layout.code }));
}

/**
 * Which of the published layouts stands first for a programme: the one that its paying bank was last given, in the
 * version that is published now; else the last one used at all; else the first.
 */
export async function usualLayout(db: Db, programmeId: string, of: readonly PublishedLayout[]): Promise<string | null> {
  for (const where of [{ programmeId }, {}]) {
    const last = await db.paymentFile.findFirst({
      where: { ...where, status: { not: 'WITHDRAWN' } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { layoutVersion: { select: { layout: { select: { code: true } } } } },
    });
    const found = of.find(({ code }) => code === last?.layoutVersion.layout.code);
    if (found) return found.id;
  }
  return of[0]?.id ?? null;
}

/** The layout of a published version with its code and number; null where it is not in use. */
export async function layoutInUse(db: Db, versionId: string) {
  const row = await layoutVersionForAct(db, versionId);
  if (row?.status !== 'PUBLISHED') return null;
  return { id: row.id, label: `${row.layout.code} v${row.number}`, layout: bankLayoutSchema.parse(row.config) };
}
