import 'server-only';
import { historyLine, type HistoryLine } from '@/lib/audit/history-queries';
import type { StaffActor, StaffRole } from './actor';
import { authorise, may } from './authorise';
import type { Context } from './context';
import { recoveryCodesLeft } from './factor-store';
import { openSessionsOf } from './password-store';
import { factorStanding, type FactorStanding } from './rules/factor-standing';
import { IDLE_MINUTES } from './rules/idle';
import { staffLog, staffRows, WITHOUT_FACTOR } from './staff-store';

type Ctx = Context<StaffActor>;

export const PEOPLE_VIEWS = ['all', 'unbound', 'disabled'] as const;
export type PeopleView = (typeof PEOPLE_VIEWS)[number];

export type StaffPerson = {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly StaffRole[];
  readonly isDisabled: boolean;
  readonly isMe: boolean;
  readonly lastSignIn: Date | null;
  readonly factor: FactorStanding;
};

type Row = Awaited<ReturnType<typeof staffRows>>[number];

const IN_VIEW: Readonly<Record<PeopleView, (row: Row) => boolean>> = {
  all: () => true,
  unbound: (row) => row.status === WITHOUT_FACTOR.status && row.factorSince === null,
  disabled: (row) => row.status === 'DISABLED',
};

/** The people of the office in a view, those in use first; and how many each view has. */
export async function staffPeople(
  ctx: Ctx,
  view: PeopleView,
): Promise<{ rows: StaffPerson[]; counts: Readonly<Record<PeopleView, number>> }> {
  authorise(ctx.actor, 'staff.manage');
  const all = await staffRows(ctx.db);
  const count = (one: PeopleView) => all.filter(IN_VIEW[one]).length;
  return {
    rows: all.filter(IN_VIEW[view]).map((row) => personOf(ctx, row)),
    counts: { all: count('all'), unbound: count('unbound'), disabled: count('disabled') },
  };
}

function personOf(ctx: Ctx, row: Row): StaffPerson {
  return {
    id: row.id,
    username: row.username,
    displayName: row.displayName,
    roles: row.roles,
    isDisabled: row.status === 'DISABLED',
    isMe: row.id === ctx.actor.id,
    lastSignIn: row.sessions[0]?.createdAt ?? null,
    factor: factorStanding(row),
  };
}

export type StaffPersonView = StaffPerson & {
  readonly createdAt: Date;
  readonly maskedMobile: string | null;
  readonly maskedEmail: string | null;
  readonly openSessions: number;
  readonly factorSince: Date | null;
  readonly factorRemovedAt: Date | null;
  readonly recoveryCodesLeft: number;
  /** Until when an initial password opens anything; null where it is his own. */
  readonly initialUntil: Date | null;
  readonly mayChange: boolean;
  readonly history: readonly HistoryLine[];
};

const LOG_LINES = 50;

/** One of them, with what protects the account and what was done to it. */
export async function staffPerson(ctx: Ctx, id: string): Promise<StaffPersonView | null> {
  authorise(ctx.actor, 'staff.manage');
  const row = (await staffRows(ctx.db)).find((one) => one.id === id);
  if (!row) return null;
  const idleSince = new Date(ctx.now.getTime() - IDLE_MINUTES * 60_000);
  const [sessions, codes, log] = await Promise.all([
    openSessionsOf(ctx.db, { kind: 'staff', id }, ctx.now, idleSince),
    recoveryCodesLeft(ctx, id),
    staffLog(ctx.db, id, LOG_LINES),
  ]);
  const { createdAt, maskedMobile, maskedEmail, factorSince, factorRemovedAt } = row;
  return {
    ...personOf(ctx, row),
    ...{ createdAt, maskedMobile, maskedEmail, factorSince, factorRemovedAt },
    openSessions: sessions.length,
    recoveryCodesLeft: codes,
    initialUntil: row.mustChangePassword ? row.passwordGoodUntil : null,
    mayChange: may(ctx.actor, 'staff.change', { staffId: id }),
    history: log.map(historyLine),
  };
}
