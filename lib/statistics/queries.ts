import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { stepLabel } from '@/lib/application/rules/part-keys';
import type { Fen } from '@/lib/kernel/fen';
import { shanghaiDay, shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldById } from '@/lib/programme/rules/fields';
import { paceOfProgramme } from '@/lib/review/pace-queries';
import type { PaceLine } from '@/lib/review/rules/pace';
import { WIZARD_STEPS } from '@/lib/kernel/paths';
import {
  FUNNEL_LABELS,
  SAMPLE_LEAST,
  type AmountLine,
  type Ends,
  type FunnelStep,
  type ReasonLine,
} from './rules/figures';
import * as store from './store';

type Reading = Pick<Context, 'db' | 'now'>;

/** A programme year that can be chosen. */
export type YearChoice = {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly isOpen: boolean;
};

export type YearFigures = {
  readonly chosen: YearChoice;
  readonly opensOn: ShanghaiDay;
  readonly closesOn: ShanghaiDay;
  readonly funnel: readonly FunnelStep[];
  readonly ends: Ends;
  /** Cases never returned among those that a reviewer decided. */
  readonly rightFirst: { readonly right: number; readonly all: number };
  readonly money: {
    readonly budgetFen: Fen;
    readonly approvedFen: Fen;
    readonly inPaymentFen: Fen;
    readonly paidFen: Fen;
  };
  readonly byCategory: readonly AmountLine[];
  readonly bySize: readonly AmountLine[];
  readonly returned: readonly ReasonLine[];
  /** What each stage is promised to take, and took in the last twelve months. */
  readonly pace: readonly PaceLine[];
};

export type StatisticsView = { readonly choices: readonly YearChoice[]; readonly figures: YearFigures | null };

/** What the office sees of one programme year; the open one where none is named. */
export async function staffStatistics(
  ctx: Context<StaffActor>,
  wish: { readonly code?: string; readonly year?: number },
): Promise<StatisticsView> {
  authorise(ctx.actor, 'statistics.read');
  return statistics(ctx, wish);
}

/** The public part: no year that has not been opened, nothing that tells one enterprise from another. */
export async function publicStatistics(
  ctx: Reading,
  wish: { readonly code?: string; readonly year?: number },
): Promise<StatisticsView> {
  const { choices, figures } = await statistics(ctx, wish);
  return { choices, figures: figures && withoutFew(figures) };
}

async function statistics(
  ctx: Reading,
  { code, year }: { readonly code?: string; readonly year?: number },
): Promise<StatisticsView> {
  const today = shanghaiDayOf(ctx.now);
  const rows = (await store.yearsWithProgrammes(ctx.db)).filter(({ opensOn }) => opensOn <= today);
  const choices = rows.map((row) => choiceOf(row, today));
  const wished = rows.find((row) => (!code || row.programme.code === code) && (!year || row.year === year));
  const row = (code ?? year) ? wished : (rows.find((one) => choiceOf(one, today).isOpen) ?? rows[0]);
  return { choices, figures: row ? await figuresOf(ctx, row, choiceOf(row, today)) : null };
}

function choiceOf({ programme, year, opensOn, closesOn }: store.YearRow, today: ShanghaiDay): YearChoice {
  return { code: programme.code, name: programme.name, year, isOpen: opensOn <= today && today <= closesOn };
}

async function figuresOf(ctx: Reading, row: store.YearRow, chosen: YearChoice): Promise<YearFigures> {
  const key = { programmeId: row.programmeId, year: row.year };
  const versionId = await store.versionOfYear(ctx.db, key);
  const [counts, statuses, byCategory, bySize, parts, rightFirst] = await Promise.all([
    store.funnelCounts(ctx.db, key),
    store.statusCounts(ctx.db, key),
    store.amountsByCategory(ctx.db, key),
    store.amountsBySize(ctx.db, key),
    store.returnedParts(ctx.db, key),
    store.rightFirstTime(ctx.db, key),
  ]);
  const config = versionId ? (await versionById(ctx, versionId)).config : null;
  const inStatus = (...all: string[]) => all.reduce((sum, status) => sum + (statuses.get(status as never) ?? 0), 0);
  const cases = {
    ...counts,
    disbursing: inStatus('DISBURSING', 'COMPLETED', 'CLOSED_UNPAID'),
    paid: inStatus('COMPLETED'),
  };
  return {
    chosen,
    opensOn: shanghaiDay(row.opensOn),
    closesOn: shanghaiDay(row.closesOn),
    funnel: Object.entries(FUNNEL_LABELS).map(([step, label]) => ({
      key: step as FunnelStep['key'],
      label,
      cases: (cases as Record<string, number>)[step] ?? 0,
    })),
    ends: { rejected: inStatus('REJECTED'), withdrawn: inStatus('WITHDRAWN'), expired: inStatus('EXPIRED') },
    rightFirst,
    money: {
      budgetFen: Number(row.budgetFen),
      approvedFen: bySize.reduce((sum, { fen }) => sum + Number(fen), 0),
      inPaymentFen: Number(row.inPaymentFen),
      paidFen: Number(row.paidFen),
    },
    byCategory: byCategory.map((line) => amountLine(line, '未注明类别')),
    bySize: bySize.map((line) => amountLine(line, '未注明规模')),
    pace: config ? await paceOfProgramme(ctx, row.programmeId, config) : [],
    returned: config ? parts.map((part) => ({ label: partWord(part, config), count: Number(part.count) })) : [],
  };
}

function amountLine(
  { label, people, cases, fen }: { label: string | null; people: bigint; cases: bigint; fen: bigint },
  none: string,
): AmountLine {
  return { label: label ?? none, people: Number(people), cases: Number(cases), fen: Number(fen) };
}

/** `劳动合同` for a paper, `合同结束日期` for a field, whoever's it is. */
function partWord({ kind, id }: { kind: string; id: string }, config: ProgrammeConfig): string {
  if (kind === 'attachment') return config.requirements.find((one) => one.id === id)?.label ?? id;
  if (kind === 'section') {
    const step = WIZARD_STEPS.find((one) => one === id);
    return step ? stepLabel(step, config) : id;
  }
  if (kind === 'talent' && !id) return `${config.entryWord}整体`;
  return fieldById(config, id)?.label ?? (id || '申请整体');
}

/** Groups of too few cases are put together, so that no figure speaks of one enterprise. */
function withoutFew(figures: YearFigures): YearFigures {
  return { ...figures, bySize: together(figures.bySize), byCategory: together(figures.byCategory), returned: [] };
}

function together(lines: readonly AmountLine[]): AmountLine[] {
  const large = lines.filter(({ cases }) => cases >= SAMPLE_LEAST);
  const small = lines.filter(({ cases }) => cases < SAMPLE_LEAST);
  if (small.length === 0) return large;
  const sum = (of: (line: AmountLine) => number) => small.reduce((total, line) => total + of(line), 0);
  const [only] = small;
  const label = small.length === 1 && large.length === 0 && only ? '合计' : '其他';
  return [...large, { label, people: sum((l) => l.people), cases: sum((l) => l.cases), fen: sum((l) => l.fen) }];
}
