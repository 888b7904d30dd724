import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { historyOf, type HistoryLine } from '@/lib/audit/history-queries';
import { namesOf } from './batch-queries';
import { publishedLayouts, usualLayout } from './layout-store';
import type { BankLayout } from './rules/bank-layout.schema';
import { checkBankLayout, layoutPreview, type LayoutPreview } from './rules/bank-layout-check';
import { layoutChanges, type LayoutChange } from './rules/layout-words';
import type { BankLayoutStatus } from './rules/money-states';

type Ctx = Context<StaffActor>;

export type LayoutVersionLine = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly number: number;
  readonly status: BankLayoutStatus;
  readonly publishedAt: Date | null;
  /** Null where it came with the system. */
  readonly publisherName: string | null;
  readonly sha256: string;
  /** Payment files written in it. */
  readonly files: number;
};

const line = {
  ...{ id: true, name: true, number: true, status: true, publishedAt: true, publishedById: true, sha256: true },
  layout: { select: { code: true } },
  _count: { select: { files: true } },
} as const;

/** Every version of every bank's layout, those of one bank together, the newest first. */
export async function layoutVersionLines(ctx: Ctx): Promise<LayoutVersionLine[]> {
  authorise(ctx.actor, 'layout.manage');
  const rows = await ctx.db.bankLayoutVersion.findMany({
    select: line,
    orderBy: [{ layout: { createdAt: 'asc' } }, { layoutId: 'asc' }, { number: 'desc' }],
  });
  const people = await namesOf(
    ctx,
    rows.map(({ publishedById }) => publishedById),
  );
  return rows.map((row) => lineOf(row, people));
}

type Row = Omit<LayoutVersionLine, 'code' | 'files' | 'publisherName'> & {
  readonly publishedById: string | null;
  readonly layout: { readonly code: string };
  readonly _count: { readonly files: number };
};

function lineOf({ layout, _count, publishedById, ...row }: Row, people: ReadonlyMap<string, string>) {
  const { id, name, number, status, publishedAt, sha256 } = row;
  const publisherName = publishedById && (people.get(publishedById) ?? '');
  return { id, name, number, status, publishedAt, sha256, code: layout.code, files: _count.files, publisherName };
}

export type LayoutVersionDetail = LayoutVersionLine & {
  readonly config: BankLayout | null;
  readonly preview: LayoutPreview | null;
  /** Where it does not hold (any more): what is wrong with it. */
  readonly faults: readonly string[];
  /** Against the version in use, or of a former one against what it replaced; null for the first. */
  readonly changes: { readonly against: number; readonly lines: readonly LayoutChange[] } | null;
  readonly history: readonly HistoryLine[];
};

/** One version with its samples and what it changes, for the decision to publish it; null where there is none. */
export async function layoutVersionDetail(ctx: Ctx, id: string): Promise<LayoutVersionDetail | null> {
  authorise(ctx.actor, 'layout.manage');
  const row = await ctx.db.bankLayoutVersion.findUnique({
    where: { id },
    select: { ...line, config: true, layoutId: true },
  });
  if (!row) return null;
  const { layoutId, number, status } = row;
  const [former, people, own, ofLayout] = await Promise.all([
    ctx.db.bankLayoutVersion.findFirst({
      where: status === 'DRAFT' ? { layoutId, status: 'PUBLISHED' } : { layoutId, number: { lt: number } },
      orderBy: { number: 'desc' },
    }),
    namesOf(ctx, [row.publishedById]),
    historyOf(ctx, 'bankLayoutVersion', id),
    historyOf(ctx, 'bankLayout', layoutId),
  ]);
  const checked = checkBankLayout(row.config);
  const before = former && checkBankLayout(former.config);
  return {
    ...lineOf(row, people),
    config: checked.ok ? checked.value : null,
    preview: checked.ok ? layoutPreview(checked.value) : null,
    faults: checked.ok ? [] : checked.refusal,
    changes:
      former && before?.ok && checked.ok
        ? { against: former.number, lines: layoutChanges(before.value, checked.value) }
        : null,
    history: [...own, ...ofLayout].sort((a, b) => b.at.getTime() - a.at.getTime()),
  };
}

/** A version as a file to work on and to upload again. */
export async function layoutFile(ctx: Ctx, id: string): Promise<{ name: string; text: string } | null> {
  authorise(ctx.actor, 'layout.manage');
  const row = await ctx.db.bankLayoutVersion.findUnique({ where: { id }, include: { layout: true } });
  if (!row) return null;
  // The database does not keep the order of the members; the schema does.
  const checked = checkBankLayout(row.config);
  const config = checked.ok ? checked.value : row.config;
  return { name: `${row.layout.code}-${row.number}.json`, text: `${JSON.stringify(config, null, 2)}\n` };
}

export type LayoutChoices = {
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** The usual one of each programme. */
  readonly usual: Readonly<Record<string, string>>;
};

/** What 财务制单 may choose from when a payment file is made. */
export async function layoutChoices(ctx: Ctx, programmeIds: readonly string[]): Promise<LayoutChoices> {
  authorise(ctx.actor, 'payment.read');
  const all = await publishedLayouts(ctx.db);
  const usual = await Promise.all(
    [...new Set(programmeIds)].map(async (id) => [id, (await usualLayout(ctx.db, id, all)) ?? ''] as const),
  );
  return {
    options: all.map(({ id, name, number }) => ({ id, label: `${name}　第 ${number} 版` })),
    usual: Object.fromEntries(usual),
  };
}
