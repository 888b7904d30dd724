import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { historyOf, type HistoryLine } from '@/lib/audit/history-queries';
import type { Fen } from '@/lib/kernel/fen';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import type { ProgrammeConfig } from './rules/config';
import { configChanges, type ConfigChange } from './rules/config-changes';
import { checkProgrammeConfig } from './rules/config-check';
import type { ProgrammeVersionStatus } from './rules/states';
import { windowState, type WindowState } from './rules/window';
import { usedFenOf } from './version-store';

type Ctx = Context<StaffActor>;

export type YearLine = {
  readonly year: number;
  readonly window: WindowState;
  readonly budgetFen: Fen;
  /** Reserved, in payment and paid. */
  readonly usedFen: Fen;
  readonly cases: number;
  /** The row version, which a change names. */
  readonly version: number;
};

export type ProgrammeLine = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly publishedNumber: number | null;
  readonly draftVersionId: string | null;
  readonly years: readonly YearLine[];
};

/** Every programme there is, published or not, as the administrator lists them. */
export async function programmeLines(ctx: Ctx): Promise<ProgrammeLine[]> {
  authorise(ctx.actor, 'programme.manage');
  const rows = await ctx.db.programme.findMany({
    orderBy: [{ position: 'asc' }, { createdAt: 'asc' }],
    include: {
      versions: { select: { id: true, number: true, status: true } },
      years: { orderBy: { year: 'desc' } },
    },
  });
  const counts = await ctx.db.application.groupBy({
    by: ['programmeId', 'programmeYear'],
    where: { number: { not: null } },
    _count: true,
  });
  return rows.map(({ id, code, name, versions, years }) => ({
    id,
    code,
    name,
    publishedNumber: versions.find(({ status }) => status === 'PUBLISHED')?.number ?? null,
    draftVersionId: versions.find(({ status }) => status === 'DRAFT')?.id ?? null,
    years: years.map((year) => ({
      year: year.year,
      window: windowState({ opensOn: shanghaiDay(year.opensOn), closesOn: shanghaiDay(year.closesOn) }, ctx.now),
      budgetFen: Number(year.budgetFen),
      usedFen: usedFenOf(year),
      cases: counts.find((one) => one.programmeId === id && one.programmeYear === year.year)?._count ?? 0,
      version: year.version,
    })),
  }));
}

export type VersionLine = {
  readonly id: string;
  readonly number: number;
  readonly status: ProgrammeVersionStatus;
  readonly publishedAt: Date | null;
  readonly sha256: string;
  readonly cases: number;
};

export type ProgrammeDetail = ProgrammeLine & {
  readonly versions: readonly VersionLine[];
  readonly history: readonly HistoryLine[];
};

export async function programmeDetail(ctx: Ctx, id: string): Promise<ProgrammeDetail | null> {
  const line = (await programmeLines(ctx)).find((one) => one.id === id);
  if (!line) return null;
  const rows = await ctx.db.programmeVersion.findMany({
    where: { programmeId: id },
    orderBy: { number: 'desc' },
    select: {
      ...{ id: true, number: true, status: true, publishedAt: true, sha256: true },
      _count: { select: { applications: true } },
    },
  });
  const [own, ofVersions] = await Promise.all([
    historyOf(ctx, 'programme', id),
    historyOf(
      ctx,
      'programmeVersion',
      rows.map((row) => row.id),
    ),
  ]);
  return {
    ...line,
    versions: rows.map(({ _count, ...row }) => ({ ...row, cases: _count.applications })),
    history: [...own, ...ofVersions].sort((a, b) => b.at.getTime() - a.at.getTime()),
  };
}

export type VersionDetail = Omit<VersionLine, 'cases'> & {
  readonly programmeId: string;
  readonly config: ProgrammeConfig | null;
  /** Where it does not hold (any more): what is wrong with it. */
  readonly faults: readonly string[];
  /** Against the version that is published now, or of a former one against what it replaced; null for the first. */
  readonly changes: { readonly against: number; readonly lines: readonly ConfigChange[] } | null;
  /** Open drafts that are pinned to another version. */
  readonly draftsElsewhere: number;
};

/** One version with what it changes, for the decision to publish it. */
export async function versionDetail(ctx: Ctx, id: string): Promise<VersionDetail | null> {
  authorise(ctx.actor, 'programme.manage');
  const row = await ctx.db.programmeVersion.findUnique({ where: { id } });
  if (!row) return null;
  const checked = checkProgrammeConfig(row.config);
  const { number, status, publishedAt, sha256, programmeId } = row;
  const [former, draftsElsewhere] = await Promise.all([
    ctx.db.programmeVersion.findFirst({
      where: status === 'DRAFT' ? { programmeId, status: 'PUBLISHED' } : { programmeId, number: { lt: number } },
      orderBy: { number: 'desc' },
    }),
    ctx.db.application.count({
      where: { programmeId, status: 'DRAFT', discardedAt: null, programmeVersionId: { not: id } },
    }),
  ]);
  const before = former && checkProgrammeConfig(former.config);
  return {
    ...{ id, number, status, publishedAt, sha256, programmeId, draftsElsewhere },
    config: checked.ok ? checked.value : null,
    faults: checked.ok ? [] : checked.refusal,
    changes:
      former && before?.ok && checked.ok
        ? { against: former.number, lines: configChanges(before.value, checked.value) }
        : null,
  };
}

/** The configuration of a version as a file to work on. */
export async function configFile(ctx: Ctx, versionId: string): Promise<{ name: string; text: string } | null> {
  authorise(ctx.actor, 'programme.manage');
  const row = await ctx.db.programmeVersion.findUnique({ where: { id: versionId }, include: { programme: true } });
  if (!row) return null;
  const checked = checkProgrammeConfig(row.config);
  const config = checked.ok ? checked.value : row.config;
  return { name: `${row.programme.code}-${row.number}.json`, text: `${JSON.stringify(config, null, 2)}\n` };
}
