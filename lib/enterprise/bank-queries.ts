import 'server-only';
import type { EnterpriseActor, StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import { parseCnaps } from '@/lib/kernel/cnaps';
import { standingBanks } from './bank-store';
import { bankRisk } from './rules/bank-standing';
import { bankWords, compareBanks, type BankChange, type BankCounts, type BankRow } from './rules/bank-sheet';
import type { RowFault } from './rules/sheet-heading';

type Ctx = Context<StaffActor>;

export type BankImportLine = BankCounts & {
  readonly id: string;
  readonly fileName: string;
  readonly isWhole: boolean;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  readonly reason: string | null;
  readonly by: string;
};

export type BankSummary = {
  readonly size: number;
  readonly cities: number;
  readonly gone: number;
  /** Accounts of enterprises, not retired, whose 联行号 is not in the table. */
  readonly unknownAccounts: number;
  readonly lastImport: BankImportLine | null;
};

export async function bankSummary(ctx: Ctx): Promise<BankSummary> {
  authorise(ctx.actor, 'bank.manage');
  const [size, cities, gone, [unknown], imports] = await Promise.all([
    ctx.db.bankBranch.count({ where: { goneAt: null } }),
    ctx.db.bankBranch.groupBy({ by: ['city'], where: { goneAt: null } }),
    ctx.db.bankBranch.count({ where: { goneAt: { not: null } } }),
    ctx.db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM bank_account a WHERE a.retired_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM bank_branch b WHERE b.cnaps_code = a.cnaps_code AND b.gone_at IS NULL)`,
    bankImportLines(ctx, { most: 1, confirmed: true }),
  ]);
  const unknownAccounts = size === 0 ? 0 : (unknown?.count ?? 0);
  return { size, cities: cities.length, gone, unknownAccounts, lastImport: imports[0] ?? null };
}

/** Files that were read, newest first, taken over or not. */
export async function bankImportLines(
  ctx: Ctx,
  { most, confirmed }: { readonly most: number; readonly confirmed?: boolean },
): Promise<BankImportLine[]> {
  authorise(ctx.actor, 'bank.manage');
  const rows = await ctx.db.bankBranchImport.findMany({
    where: confirmed ? { confirmedAt: { not: null } } : {},
    orderBy: confirmed ? { confirmedAt: 'desc' } : { createdAt: 'desc' },
    take: most,
    omit: { rows: true, errors: true },
  });
  const people = await ctx.db.staffUser.findMany({
    where: { id: { in: rows.map(({ confirmedById, createdById }) => confirmedById ?? createdById) } },
    select: { id: true, username: true },
  });
  return rows.map((row) => ({
    ...row,
    by: people.find(({ id }) => id === (row.confirmedById ?? row.createdById))?.username ?? '',
  }));
}

export type BankImportView = BankImportLine & {
  readonly errors: readonly RowFault[];
  /** What taking it over would do; empty once it was. */
  readonly changes: readonly BankChange[];
};

/** One file that was read: what is wrong with it and what it would change as the table stands now. */
export async function bankImportView(ctx: Ctx, id: string): Promise<BankImportView | null> {
  authorise(ctx.actor, 'bank.manage');
  const row = await ctx.db.bankBranchImport.findUnique({ where: { id } });
  if (!row) return null;
  const person = await ctx.db.staffUser.findUnique({
    where: { id: row.confirmedById ?? row.createdById },
    select: { username: true },
  });
  const line = { ...row, errors: row.errors as unknown as RowFault[], by: person?.username ?? '' };
  if (row.confirmedAt) return { ...line, changes: [] };
  const rows = (row.rows ?? []) as unknown as BankRow[];
  const codes = row.isWhole ? 'all' : rows.map(({ cnapsCode }) => cnapsCode);
  return { ...line, changes: compareBanks(rows, await standingBanks(ctx.db, codes), row.isWhole).changes };
}

const LINES = 50;

/** Branches by any part of name or city, or the beginning of the 联行号; the first fifty. */
export async function searchBanks(ctx: Ctx, words: string): Promise<{ rows: BankRow[]; more: boolean }> {
  authorise(ctx.actor, 'bank.manage');
  const rows = await banksWith(ctx.db, words, LINES + 1);
  return { rows: rows.slice(0, LINES), more: rows.length > LINES };
}

const OFFERED = 20;

export type FoundBanks = {
  /** What may be chosen, the first twenty. */
  readonly rows: readonly BankRow[];
  readonly more: boolean;
  /** The branch of the 联行号 that was asked about; null where the table does not have it. */
  readonly ofCode: BankRow | null;
  /** Whether there is a table at all: without one nothing can be said of a code. */
  readonly hasTable: boolean;
};

/** What the dialog of an account asks while 开户行 and 联行号 are typed. */
export async function findBanks(
  ctx: Context<EnterpriseActor>,
  given: { readonly words: string; readonly cnapsCode: string },
): Promise<FoundBanks> {
  authorise(ctx.actor, 'enterprise.read', ctx.actor);
  const code = parseCnaps(given.cnapsCode);
  const [rows, ofCode, any] = await Promise.all([
    bankWords(given.words).length > 0 ? banksWith(ctx.db, given.words, OFFERED + 1) : [],
    code.ok ? ctx.db.bankBranch.findUnique({ where: { cnapsCode: code.value, goneAt: null }, select: FIELDS }) : null,
    ctx.db.bankBranch.findFirst({ where: { goneAt: null }, select: { cnapsCode: true } }),
  ]);
  return { rows: rows.slice(0, OFFERED), more: rows.length > OFFERED, ofCode, hasTable: any !== null };
}

const FIELDS = { cnapsCode: true, name: true, city: true } as const;

function banksWith(db: Db, words: string, take: number): Promise<BankRow[]> {
  const each = bankWords(words).map((word) => ({
    OR: [{ searchText: { contains: word } }, { cnapsCode: { startsWith: word } }],
  }));
  return db.bankBranch.findMany({
    where: { goneAt: null, AND: each },
    orderBy: [{ city: 'asc' }, { name: 'asc' }, { cnapsCode: 'asc' }],
    take,
    select: FIELDS,
  });
}

/**
 * What the bank table says against these accounts, in words, by 联行号 and 开户行 as the account has them. A system
 * without a table says nothing: everything would be unknown, and nobody would read it any more.
 */
export async function bankRisks(
  db: Db,
  accounts: readonly { readonly bankName: string; readonly cnapsCode: string }[],
): Promise<(account: { readonly bankName: string; readonly cnapsCode: string }) => string | null> {
  const codes = [...new Set(accounts.map(({ cnapsCode }) => cnapsCode))];
  const [standing, any] = await Promise.all([
    standingBanks(db, codes),
    db.bankBranch.findFirst({ select: { cnapsCode: true } }),
  ]);
  if (!any) return () => null;
  return ({ bankName, cnapsCode }) => bankRisk(bankName, standing.get(cnapsCode) ?? null);
}
