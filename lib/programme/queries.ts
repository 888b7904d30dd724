import 'server-only';
import type { Context } from '@/lib/access/context';
import { shanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { ProgrammeConfig } from './rules/config';
import { checkProgrammeConfig } from './rules/config-check';
import { windowState, type WindowState } from './rules/window';
import { publishedVersions, versionRow, type PublishedRow } from './store';

type Reading = Pick<Context, 'db'>;
type ReadingNow = Pick<Context, 'db' | 'now'>;

export type ProgrammeVersionView = {
  readonly versionId: string;
  readonly programmeId: string;
  readonly versionNumber: number;
  readonly config: ProgrammeConfig;
};

/** One year's window and where the present instant stands to it. */
export type YearWindow = { readonly year: number; readonly window: WindowState };

export type ProgrammeView = ProgrammeVersionView & {
  readonly code: string;
  readonly name: string;
  readonly publishedOn: Date | null;
  /** The window that counts today: the open one, else the next to open, else the last that closed; null without any. */
  readonly current: YearWindow | null;
  /** After a closed window: when the next one opens, where that is known. */
  readonly opensNextOn: ShanghaiDay | null;
};

/** Every programme that is published, in the order in which the office lists them: open, coming and closed ones. */
export async function openProgrammes(ctx: ReadingNow): Promise<ProgrammeView[]> {
  const newest = newestOfEach(await publishedVersions(ctx.db));
  const views = await Promise.all(newest.map((row) => programmeView(ctx, row)));
  return views.sort((a, b) => rank(a) - rank(b));
}

/** The published version of the programme with this code, or null. */
export async function programmeByCode(ctx: ReadingNow, code: string): Promise<ProgrammeView | null> {
  const [row] = await publishedVersions(ctx.db, { code });
  return row ? programmeView(ctx, row) : null;
}

/** The published version of a programme, which new drafts are pinned to; null where none is published. */
export async function publishedVersion(ctx: Reading, programmeId: string): Promise<ProgrammeVersionView | null> {
  const [row] = await publishedVersions(ctx.db, { programmeId });
  return row ? versionById(ctx, row.id) : null;
}

const CACHE = Symbol.for('portal.programme-versions');
const CACHED_MOST = 100;

/**
 * A version by its id, checked. What is published is never changed, so it is read once per process; drafts are read
 * anew. Throws where there is none, or where its configuration does not hold: cases are pinned to versions that do.
 */
export async function versionById(ctx: Reading, id: string): Promise<ProgrammeVersionView> {
  const cache = versionCache();
  const known = cache.get(id);
  if (known) return known;
  const row = await versionRow(ctx.db, id);
  if (!row) throw new Error(`no programme version ${id}`);
  const config = checkProgrammeConfig(row.config);
  if (!config.ok) throw new Error(`programme version ${id} does not hold: ${config.refusal.join(' ')}`);
  const version = { versionId: id, programmeId: row.programmeId, versionNumber: row.number, config: config.value };
  if (row.status !== 'DRAFT') {
    const [oldest] = cache.keys();
    if (cache.size >= CACHED_MOST && oldest) cache.delete(oldest);
    cache.set(id, version);
  }
  return version;
}

/** On globalThis: pages and the job worker load this module apart. */
function versionCache(): Map<string, ProgrammeVersionView> {
  const home = globalThis as { [CACHE]?: Map<string, ProgrammeVersionView> };
  home[CACHE] ??= new Map();
  return home[CACHE];
}

function newestOfEach(rows: readonly PublishedRow[]): PublishedRow[] {
  return rows.filter((row, index) => rows.findIndex(({ programme }) => programme.id === row.programme.id) === index);
}

async function programmeView(ctx: ReadingNow, row: PublishedRow): Promise<ProgrammeView> {
  const { code, name, years } = row.programme;
  const windows = years.map(({ year, opensOn, closesOn }) => ({
    year,
    window: windowState({ opensOn: shanghaiDay(opensOn), closesOn: shanghaiDay(closesOn) }, ctx.now),
  }));
  const inState = (state: WindowState['state']) => windows.filter(({ window }) => window.state === state);
  const [next] = inState('before');
  const lastClosed = inState('closed').at(-1);
  return {
    ...(await versionById(ctx, row.id)),
    code,
    name,
    publishedOn: row.publishedAt,
    current: inState('open')[0] ?? lastClosed ?? next ?? null,
    opensNextOn: next?.window.opensOn ?? null,
  };
}

/** Those that are open come first, the one that closes soonest at the top; then those to come; then the closed. */
function rank({ current }: ProgrammeView): number {
  if (!current) return 3e6;
  return { open: 0, before: 1e6, closed: 2e6 }[current.window.state] + current.window.daysLeft;
}
