import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { parseUscc } from '@/lib/kernel/uscc';
import { standingEntities } from './register-store';
import { normaliseEnterpriseName } from './rules/normalise-name';
import { isStruckOff } from './rules/register-entry';
import { compareRows, type RegisterRow, type RowChange } from './rules/register-sheet';
import type { RowFault } from './rules/sheet-heading';

type Ctx = Context<StaffActor>;

export type RegisterSummary = {
  readonly size: number;
  readonly struckOff: number;
  readonly lastImport: ImportLine | null;
};

export type ImportLine = {
  readonly id: string;
  readonly fileName: string;
  readonly asOf: string;
  readonly createdAt: Date;
  readonly confirmedAt: Date | null;
  readonly reason: string | null;
  readonly by: string;
  readonly newCount: number;
  readonly changedCount: number;
  readonly sameCount: number;
  readonly wrongCount: number;
};

export async function registerSummary(ctx: Ctx): Promise<RegisterSummary> {
  authorise(ctx.actor, 'register.read');
  const [size, words, imports] = await Promise.all([
    ctx.db.legalEntity.count(),
    ctx.db.legalEntity.groupBy({ by: ['status'], _count: true }),
    importLines(ctx, { most: 1, confirmed: true }),
  ]);
  const struckOff = words
    .filter(({ status }) => isStruckOff(status))
    .reduce((sum, { _count: count }) => sum + count, 0);
  return { size, struckOff, lastImport: imports[0] ?? null };
}

/** Files that were read, newest first, taken over or not. */
export async function importLines(
  ctx: Ctx,
  { most, confirmed }: { readonly most: number; readonly confirmed?: boolean },
): Promise<ImportLine[]> {
  authorise(ctx.actor, 'register.read');
  const rows = await ctx.db.legalEntityImport.findMany({
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

const LINES = 50;

/** Enterprises whose USCC is or begins with the words, or whose name holds them; the first fifty by name. */
export async function searchRegister(
  ctx: Ctx,
  words: string,
): Promise<{ rows: (RegisterRow & { asOf: string })[]; more: boolean }> {
  authorise(ctx.actor, 'register.read');
  const uscc = parseUscc(words);
  const name = normaliseEnterpriseName(words);
  const where = uscc.ok
    ? { uscc: uscc.value }
    : { OR: [{ normalisedName: { contains: name } }, { uscc: { startsWith: name } }] };
  const rows = await ctx.db.legalEntity.findMany({
    where: words.trim() === '' ? {} : where,
    orderBy: { uscc: 'asc' },
    take: LINES + 1,
  });
  return { rows: rows.slice(0, LINES), more: rows.length > LINES };
}

export type ImportView = ImportLine & {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly errors: readonly RowFault[];
  /** What taking it over would do; empty once it was. */
  readonly changes: readonly RowChange[];
};

/** One file that was read: what is wrong with it and what it would change as the register stands now. */
export async function importView(ctx: Ctx, id: string): Promise<ImportView | null> {
  authorise(ctx.actor, 'register.read');
  const row = await ctx.db.legalEntityImport.findUnique({ where: { id } });
  if (!row) return null;
  const person = await ctx.db.staffUser.findUnique({
    where: { id: row.confirmedById ?? row.createdById },
    select: { username: true },
  });
  const rows = (row.rows ?? []) as unknown as RegisterRow[];
  const standing = await standingEntities(
    ctx.db,
    rows.map(({ uscc }) => uscc),
  );
  const errors = row.errors as unknown as RowFault[];
  return { ...row, errors, by: person?.username ?? '', changes: compareRows(rows, standing).changes };
}
