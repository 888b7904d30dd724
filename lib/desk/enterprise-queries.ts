import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { historyOf, type HistoryLine } from '@/lib/audit/history-queries';
import { enterpriseInfo, type EnterpriseInfo } from '@/lib/enterprise/change-queries';
import { AT_THE_OFFICE } from '@/lib/enterprise/rules/states';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { parseUscc } from '@/lib/kernel/uscc';
import type { RequestLine } from './queries';

type Ctx = Context<StaffActor>;

export type EnterpriseLine = {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly frozen: boolean;
  readonly createdAt: Date;
  readonly openRequests: number;
  /** Found by a name that it no longer has. */
  readonly formerName: string | null;
};

const LINES = 50;

/** Enterprises by USCC, by part of the present name, or by part of a former one. */
export async function searchEnterprises(ctx: Ctx, words: string): Promise<{ rows: EnterpriseLine[]; more: boolean }> {
  authorise(ctx.actor, 'enterprise.look');
  const q = words.trim();
  const uscc = parseUscc(q);
  const former =
    q === '' || uscc.ok
      ? []
      : await ctx.db.enterpriseFieldChange.findMany({
          where: { field: 'name', before: { contains: q } },
          select: { enterpriseId: true, before: true },
          take: LINES,
        });
  const byWords = {
    OR: [
      { normalisedName: { contains: normaliseEnterpriseName(q) } },
      { uscc: { startsWith: q.toUpperCase() } },
      { id: { in: former.map(({ enterpriseId }) => enterpriseId) } },
    ],
  };
  const rows = await ctx.db.enterprise.findMany({
    where: q === '' ? {} : uscc.ok ? { uscc: uscc.value } : byWords,
    orderBy: [{ status: 'desc' }, { createdAt: 'desc' }],
    take: LINES + 1,
    include: {
      _count: { select: { changeRequests: { where: { status: { in: [...AT_THE_OFFICE] } } } } },
    },
  });
  return {
    more: rows.length > LINES,
    rows: rows.slice(0, LINES).map((row) => ({
      id: row.id,
      name: row.name,
      uscc: row.uscc,
      frozen: row.status === 'FROZEN',
      createdAt: row.createdAt,
      openRequests: row._count.changeRequests,
      formerName: former.find(({ enterpriseId }) => enterpriseId === row.id)?.before ?? null,
    })),
  };
}

export type EnterprisePerson = {
  readonly username: string;
  readonly displayName: string;
  readonly role: 'ADMIN' | 'SUPER' | 'HANDLER';
  readonly disabled: boolean;
  readonly maskedMobile: string | null;
  readonly maskedEmail: string | null;
  readonly lastSignIn: Date | null;
};

export type StaffEnterprise = EnterpriseInfo & {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly frozen: boolean;
  readonly createdAt: Date;
  readonly people: readonly EnterprisePerson[];
  readonly requests: readonly Pick<RequestLine, 'id' | 'number' | 'kind' | 'status' | 'submittedAt'>[];
  readonly registrations: readonly { readonly id: string; readonly doneAt: Date | null; readonly provider: string }[];
  /** Requests and registrations are the desk's: an administrator sees that they are there. */
  readonly mayOpenRequests: boolean;
  readonly history: readonly HistoryLine[];
  /** What a freeze would stop. */
  readonly running: { readonly cases: number; readonly disbursements: number };
};

const OVER_CASES = ['DRAFT', 'WITHDRAWN', 'EXPIRED', 'REJECTED', 'COMPLETED', 'CLOSED_UNPAID'] as const;
const OVER_PAY = ['PAID', 'CANCELLED', 'LAPSED', 'FALLEN_AWAY'] as const;

/** One enterprise as the desk sees it: people with masked numbers, requests, registrations, history. */
export async function staffEnterprise(ctx: Ctx, id: string): Promise<StaffEnterprise | null> {
  authorise(ctx.actor, 'enterprise.look');
  const row = await ctx.db.enterprise.findUnique({
    where: { id },
    include: {
      users: { orderBy: { createdAt: 'asc' }, include: { sessions: { orderBy: { createdAt: 'desc' }, take: 1 } } },
      changeRequests: { where: { number: { not: null } }, orderBy: { createdAt: 'desc' }, take: 20 },
    },
  });
  if (!row) return null;
  const [info, registrations, history, cases, disbursements] = await Promise.all([
    enterpriseInfo(ctx, id),
    ctx.db.registration.findMany({ where: { enterpriseId: id }, select: { id: true, doneAt: true, provider: true } }),
    historyOf(ctx, 'enterprise', id),
    ctx.db.application.count({ where: { enterpriseId: id, status: { notIn: [...OVER_CASES] } } }),
    ctx.db.disbursement.count({ where: { enterpriseId: id, status: { notIn: [...OVER_PAY] } } }),
  ]);
  if (!info) return null;
  return {
    ...info,
    id,
    name: row.name,
    uscc: row.uscc,
    frozen: row.status === 'FROZEN',
    createdAt: row.createdAt,
    people: row.users.map((user) => ({
      username: user.username,
      displayName: user.displayName,
      role: user.role,
      disabled: user.status === 'DISABLED',
      maskedMobile: user.maskedMobile,
      maskedEmail: user.maskedEmail,
      lastSignIn: user.sessions[0]?.createdAt ?? null,
    })),
    requests: row.changeRequests.map(({ number, kind, status, submittedAt, createdAt, id: requestId }) => ({
      id: requestId,
      number: number ?? '',
      kind,
      status,
      submittedAt: submittedAt ?? createdAt,
    })),
    registrations,
    mayOpenRequests: may(ctx.actor, 'desk.read'),
    history,
    running: { cases, disbursements },
  };
}
