import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { historyOf, type HistoryLine } from '@/lib/audit/history-queries';
import { maskedOf } from '@/lib/db/sealed';
import { ADMINISTRATOR_SECTION, ENTERPRISE_SECTION } from '@/lib/enterprise/rules/registration-form';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { papersOf, type DeskPaper } from './queries';
import { registerCheck, type Check } from './rules/checks';

type Ctx = Context<StaffActor>;

export type RegistrationLine = {
  readonly id: string;
  readonly enterpriseId: string | null;
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly provider: string;
  readonly doneAt: Date;
  readonly lookedOverAt: Date | null;
  readonly lookedOverBy: string | null;
  readonly papersInDoubt: number;
};

const MOST = 100;

/** Finished registrations: those that nobody has looked over, the oldest first; or those that were, the last first. */
export async function deskRegistrations(
  ctx: Ctx,
  view: 'open' | 'done',
): Promise<{ rows: RegistrationLine[]; counts: { readonly open: number; readonly done: number } }> {
  authorise(ctx.actor, 'desk.read');
  const isOpen = { status: 'DONE' as const, lookedOverAt: null };
  const isDone = { status: 'DONE' as const, lookedOverAt: { not: null } };
  const [rows, open, done] = await Promise.all([
    ctx.db.registration.findMany({
      where: view === 'open' ? isOpen : isDone,
      orderBy: view === 'open' ? { doneAt: 'asc' } : { lookedOverAt: 'desc' },
      take: MOST,
      include: { papers: { where: { replacedAt: null }, select: { checkState: true } } },
    }),
    ctx.db.registration.count({ where: isOpen }),
    ctx.db.registration.count({ where: isDone }),
  ]);
  const ids = rows.map(({ lookedOverById }) => lookedOverById).filter((id) => id !== null);
  const people = await ctx.db.staffUser.findMany({
    where: { id: { in: ids } },
    select: { id: true, displayName: true },
  });
  return {
    counts: { open, done },
    rows: rows.map((row) => ({
      id: row.id,
      enterpriseId: row.enterpriseId,
      enterpriseName: row.enterpriseName,
      uscc: row.uscc,
      provider: row.provider,
      doneAt: row.doneAt ?? row.createdAt,
      lookedOverAt: row.lookedOverAt,
      lookedOverBy: people.find(({ id }) => id === row.lookedOverById)?.displayName ?? null,
      papersInDoubt: row.papers.filter(({ checkState }) => checkState === 'unreadable').length,
    })),
  };
}

export type DeskField = { readonly label: string; readonly value: string; readonly source: string | null };
export type DeskRegistration = RegistrationLine & {
  readonly frozen: boolean;
  readonly sections: readonly { readonly title: string; readonly fields: readonly DeskField[] }[];
  readonly papers: readonly DeskPaper[];
  readonly checks: readonly Check[];
  readonly history: readonly HistoryLine[];
};

/** One registration: fields with where each came from, beside the uploaded papers. */
export async function deskRegistration(ctx: Ctx, id: string): Promise<DeskRegistration | null> {
  authorise(ctx.actor, 'desk.read');
  const row = await ctx.db.registration.findUnique({
    where: { id },
    include: { papers: { where: { replacedAt: null } } },
  });
  if (!row || row.status !== 'DONE') return null;
  const [masked, papers, history, enterprise, answer, person] = await Promise.all([
    maskedOf(ctx.db, 'registration', [id]),
    papersOf(ctx, row.papers),
    historyOf(ctx, 'registration', id),
    row.enterpriseId
      ? ctx.db.enterprise.findUnique({ where: { id: row.enterpriseId }, select: { status: true } })
      : null,
    ctx.ports.register.lookUp({ uscc: row.uscc, name: row.enterpriseName }),
    row.lookedOverById
      ? ctx.db.staffUser.findUnique({ where: { id: row.lookedOverById }, select: { displayName: true } })
      : null,
  ]);
  const answers = row.answers as Record<string, string>;
  const fromRegister = row.fromRegister as Record<string, string>;
  const provider = row.provider === 'SUZHOU' ? '苏州CA' : '江苏CA';
  const proven = (label: string, value: string): DeskField => ({ label, value, source: `${provider}证书` });
  const sections = [ENTERPRISE_SECTION, ADMINISTRATOR_SECTION].map(({ title, fields }, index) => ({
    title,
    fields: [
      ...(index === 0 ? [proven('企业名称', row.enterpriseName), proven('统一社会信用代码', row.uscc)] : []),
      ...fields.map((field) => ({
        label: field.label,
        value: masked.get(id)?.[field.id] ?? displayAnswer(field, answers[field.id] ?? ''),
        source: fromRegister[field.id] ? `法人库 ${fromRegister[field.id]}` : null,
      })),
    ],
  }));
  return {
    id,
    enterpriseId: row.enterpriseId,
    enterpriseName: row.enterpriseName,
    uscc: row.uscc,
    provider: row.provider,
    doneAt: row.doneAt ?? row.createdAt,
    lookedOverAt: row.lookedOverAt,
    lookedOverBy: person?.displayName ?? null,
    papersInDoubt: row.papers.filter(({ checkState }) => checkState === 'unreadable').length,
    frozen: enterprise?.status === 'FROZEN',
    sections,
    papers,
    checks: [registerCheck(answer, row.enterpriseName)],
    history,
  };
}
