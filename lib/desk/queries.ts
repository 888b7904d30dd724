import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { historyOf, type HistoryLine } from '@/lib/audit/history-queries';
import { maskedOf } from '@/lib/db/sealed';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import {
  CHANGE_FIELDS,
  RESET_ACCOUNT_WORDS,
  type ChangeKind,
  type ResetAccount,
} from '@/lib/enterprise/rules/change-form';
import type { ChangeRequestStatus } from '@/lib/enterprise/rules/states';
import { checksOf } from './checks-store';
import type { Check } from './rules/checks';
import { resetView, type ResetView } from './reset-queries';
import { namesOf, requestForDesk, type RequestRow } from './store';

type Ctx = Context<StaffActor>;

export const REQUEST_VIEWS = ['open', 'mine', 'second', 'returned', 'done'] as const;
export type RequestView = (typeof REQUEST_VIEWS)[number];

export type RequestLine = {
  readonly id: string;
  readonly number: string;
  readonly kind: ChangeKind;
  readonly status: ChangeRequestStatus;
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly submittedAt: Date;
  readonly decidedAt: Date | null;
  readonly round: number;
  /** Who checks it, or checked it and waits for a second person. */
  readonly taken: { readonly by: string; readonly mine: boolean } | null;
};

const MOST = 100;

function whereOf(ctx: Ctx, view: RequestView) {
  switch (view) {
    case 'open':
      return { status: { in: ['RECEIVED' as const, 'IN_CHECK' as const] } };
    case 'mine':
      return { status: 'IN_CHECK' as const, takenById: ctx.actor.id };
    case 'second':
      return { status: 'PROPOSED' as const };
    case 'returned':
      return { status: 'RETURNED' as const };
    case 'done':
      return { status: { in: ['GRANTED' as const, 'REFUSED' as const, 'WITHDRAWN' as const] }, number: { not: null } };
  }
}

/** Requests of a view, the longest waiting first; what is done, the last decided first. */
export async function deskRequests(
  ctx: Ctx,
  view: RequestView,
): Promise<{ rows: RequestLine[]; counts: Readonly<Record<RequestView, number>> }> {
  authorise(ctx.actor, 'desk.read');
  const [found, ...numbers] = await Promise.all([
    ctx.db.changeRequest.findMany({
      where: whereOf(ctx, view),
      orderBy: view === 'done' ? { decidedAt: 'desc' } : { submittedAt: 'asc' },
      take: MOST,
      include: { enterprise: { select: { name: true, uscc: true } } },
    }),
    ...REQUEST_VIEWS.map((one) => ctx.db.changeRequest.count({ where: whereOf(ctx, one) })),
  ]);
  const people = await namesOf(
    ctx.db,
    found.map(({ takenById, proposedById }) => proposedById ?? takenById),
  );
  const [open = 0, mine = 0, second = 0, returned = 0, done = 0] = numbers;
  return {
    counts: { open, mine, second, returned, done },
    rows: found.map((row) => ({
      id: row.id,
      number: row.number ?? '',
      kind: row.kind,
      status: row.status,
      enterpriseName: row.enterprise.name,
      uscc: row.enterprise.uscc,
      submittedAt: row.submittedAt ?? row.createdAt,
      decidedAt: row.decidedAt,
      round: row.round,
      taken: holderOf(row, people, ctx.actor.id),
    })),
  };
}

function holderOf(
  row: {
    readonly status: ChangeRequestStatus;
    readonly takenById: string | null;
    readonly proposedById: string | null;
  },
  people: ReadonlyMap<string, string>,
  me: string,
): RequestLine['taken'] {
  const id = row.status === 'PROPOSED' ? row.proposedById : row.status === 'IN_CHECK' ? row.takenById : null;
  return id ? { by: people.get(id) ?? '', mine: id === me } : null;
}

export type FieldPair = { readonly label: string; readonly before: string; readonly after: string };
export type DeskPaper = {
  readonly kind: string;
  readonly fileId: string;
  readonly mediaType: string;
  readonly findings: readonly string[];
};
export type DeskRequest = RequestLine & {
  readonly enterpriseId: string;
  readonly fields: readonly FieldPair[];
  readonly checks: readonly Check[];
  readonly papers: readonly DeskPaper[];
  readonly history: readonly HistoryLine[];
  readonly answer: string | null;
  readonly account: ResetAccount | null;
  readonly reset: ResetView | null;
  /** Receipts that a new name would void. */
  readonly receiptsVoided: number;
};

/** One request with everything it is judged by: old beside new, what the system found, and the papers. */
export async function deskRequest(ctx: Ctx, id: string): Promise<DeskRequest | null> {
  authorise(ctx.actor, 'desk.read');
  const row = await requestForDesk(ctx.db, id);
  if (!row || row.number === null) return null;
  const [fields, checks, papers, log, people, reset, receiptsVoided] = await Promise.all([
    pairsOf(ctx, row),
    checksOf(ctx, row),
    papersOf(ctx, row.papers),
    historyOf(ctx, 'changeRequest', id),
    namesOf(ctx.db, [row.takenById]),
    resetView(ctx, row),
    ctx.db.receipt.count({
      where: {
        status: { not: 'VOIDED' },
        disbursement: { enterpriseId: row.enterpriseId, status: { in: ['AWAITING_RECEIPT', 'RECEIPT_REVIEW'] } },
      },
    }),
  ]);
  const asked = row.fields as Record<string, string>;
  const account = asked.account === 'super' || asked.account === 'admin' ? asked.account : null;
  return {
    id,
    number: row.number,
    kind: row.kind,
    status: row.status,
    enterpriseId: row.enterpriseId,
    enterpriseName: row.enterprise.name,
    uscc: row.enterprise.uscc,
    submittedAt: row.submittedAt ?? row.createdAt,
    decidedAt: row.decidedAt,
    round: row.round,
    taken: row.takenById ? { by: people.get(row.takenById) ?? '', mine: row.takenById === ctx.actor.id } : null,
    fields,
    checks,
    papers,
    history: log,
    answer: row.answer,
    account,
    reset,
    receiptsVoided: asked.name ? receiptsVoided : 0,
  };
}

async function pairsOf(ctx: Context, row: RequestRow): Promise<FieldPair[]> {
  const asked = row.fields as Record<string, string>;
  const admin = await ctx.db.enterpriseUser.findUnique({
    where: { enterpriseId_username: { enterpriseId: row.enterpriseId, username: 'admin' } },
    select: { displayName: true, maskedMobile: true, maskedEmail: true },
  });
  if (row.kind === 'PASSWORD_RESET') {
    const account = asked.account === 'super' ? 'super' : 'admin';
    return [
      { label: '账号', before: '', after: RESET_ACCOUNT_WORDS[account] },
      { label: '登记的管理员', before: '', after: admin?.displayName ?? '' },
      { label: '登记手机', before: '', after: admin?.maskedMobile ?? '' },
    ];
  }
  if (row.kind === 'ENTERPRISE_INFO') {
    const before = row.before as Record<string, string>;
    return CHANGE_FIELDS.ENTERPRISE_INFO.filter(({ id }) => id in asked).map(({ id, label }) => ({
      label,
      before: before[id] ?? '',
      after: asked[id] ?? '',
    }));
  }
  const masked = (await maskedOf(ctx.db, 'change_request', [row.id])).get(row.id) ?? {};
  const old: Readonly<Record<string, string | null | undefined>> = {
    administratorName: admin?.displayName,
    administratorMobile: admin?.maskedMobile,
    administratorEmail: admin?.maskedEmail,
  };
  return CHANGE_FIELDS.ADMINISTRATOR.map((field) => ({
    label: field.label,
    before: old[field.id] ?? '',
    after: masked[field.id] ?? displayAnswer(field, asked[field.id] ?? ''),
  }));
}

export async function papersOf(
  ctx: Context,
  rows: readonly { readonly kind: string; readonly fileId: string; readonly findings: unknown }[],
): Promise<DeskPaper[]> {
  const files = await ctx.db.storedFile.findMany({
    where: { id: { in: rows.map(({ fileId }) => fileId) } },
    select: { id: true, mediaType: true },
  });
  return rows.map(({ kind, fileId, findings }) => ({
    kind,
    fileId,
    mediaType: files.find(({ id }) => id === fileId)?.mediaType ?? '',
    findings: Array.isArray(findings) ? findings.filter((one) => typeof one === 'string') : [],
  }));
}
