import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { openSealed, maskedOf } from '@/lib/db/sealed';
import { normaliseAnswer } from '@/lib/forms/rules/answers';
import type { SealedAnswers } from '@/lib/forms/rules/sealed-answers';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { changeById, type ChangeRow } from './change-store';
import { CHANGE_FIELDS, SEALED_CHANGE_FIELDS, type ChangeKind } from './rules/change-form';
import { changeMissing, type ChangeAsTyped, type ChangeMissing } from './rules/change-missing';
import type { ChangeRequestStatus } from './rules/states';

type Ctx = Context<EnterpriseActor>;

/** What is typed and what is registered, sealed values as their masks with whether they are right. */
export async function changeAsTyped(ctx: Context, row: ChangeRow): Promise<ChangeAsTyped> {
  const answers = row.fields as Record<string, string>;
  return {
    kind: row.kind,
    answers,
    sealed: row.kind === 'ADMINISTRATOR' ? await sealedOf(ctx, row.id, answers) : {},
    papers: row.papers.map(({ kind, checkState }) => ({ kind, checkState })),
    registered: { ...(row.enterprise.profile as Record<string, string>), name: row.enterprise.name },
  };
}

async function sealedOf(ctx: Context, id: string, answers: Record<string, string>): Promise<SealedAnswers> {
  const masked = (await maskedOf(ctx.db, 'change_request', [id])).get(id) ?? {};
  const today = shanghaiDayOf(ctx.now);
  const sealed: Record<string, { masked: string; ok: true | string }> = {};
  for (const fieldId of SEALED_CHANGE_FIELDS) {
    const field = CHANGE_FIELDS.ADMINISTRATOR.find((one) => one.id === fieldId);
    const clear = await openSealed(ctx, { table: 'change_request', column: fieldId, rowId: id });
    if (clear === null || !field) continue;
    const read = normaliseAnswer(field, clear, { today, idType: answers.administratorIdType });
    sealed[fieldId] = { masked: masked[fieldId] ?? '', ok: read.ok ? true : read.refusal };
  }
  return sealed;
}

export type ChangeLine = {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly status: ChangeRequestStatus;
  readonly number: string | null;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly answer: string | null;
  readonly createdAt: Date;
};

/** Requests of this enterprise, newest first. Of 密码重置 nobody but the office sees anything. */
export async function myChanges(ctx: Ctx): Promise<ChangeLine[]> {
  authorise(ctx.actor, 'enterprise.read', ctx.actor);
  return ctx.db.changeRequest.findMany({
    where: { enterpriseId: ctx.actor.enterpriseId, kind: { not: 'PASSWORD_RESET' } },
    orderBy: { createdAt: 'desc' },
    take: 50,
    select: {
      id: true,
      kind: true,
      status: true,
      number: true,
      submittedAt: true,
      decidedAt: true,
      answer: true,
      createdAt: true,
    },
  });
}

export type ChangePaperView = {
  readonly kind: string;
  readonly fileId: string;
  readonly checkState: string | null;
  readonly findings: readonly string[];
  readonly uploadedAt: Date;
};

export type ChangeView = ChangeLine & {
  readonly answers: Readonly<Record<string, string>>;
  readonly before: Readonly<Record<string, string>>;
  readonly sealed: SealedAnswers;
  readonly registered: Readonly<Record<string, string>>;
  readonly papers: readonly ChangePaperView[];
  /** Only while it is the enterprise's to edit. */
  readonly missing: readonly ChangeMissing[];
  readonly mayEdit: boolean;
  readonly mayWithdraw: boolean;
  readonly history: readonly { readonly word: string; readonly at: Date; readonly by: string }[];
};

const WHO: Readonly<Record<string, string>> = {
  enterprise: '申报单位',
  staff: '业务人员',
  system: '系统',
  public: '公开页面',
};

/** One request as its enterprise sees it. */
export async function myChange(ctx: Ctx, id: string): Promise<ChangeView | null> {
  const row = await changeById(ctx.db, id);
  if (!row || row.kind === 'PASSWORD_RESET') return null;
  authorise(ctx.actor, 'enterprise.read', row);
  const [typed, log] = await Promise.all([
    changeAsTyped(ctx, row),
    ctx.db.auditEntry.findMany({
      where: { subjectKind: 'changeRequest', subjectId: id },
      orderBy: { sequence: 'desc' },
      select: { word: true, at: true, actorKind: true },
    }),
  ]);
  const isOpen = row.status === 'DRAFT' || row.status === 'RETURNED';
  const mayAct = may(ctx.actor, 'change.request', row);
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    number: row.number,
    submittedAt: row.submittedAt,
    decidedAt: row.decidedAt,
    answer: row.answer,
    createdAt: row.createdAt,
    answers: typed.answers,
    before: row.before as Record<string, string>,
    sealed: typed.sealed,
    registered: typed.registered,
    papers: row.papers.map(({ kind, fileId, checkState, findings, createdAt }) => ({
      kind,
      fileId,
      checkState,
      findings: findings as string[],
      uploadedAt: createdAt,
    })),
    missing: isOpen ? changeMissing(typed, shanghaiDayOf(ctx.now)) : [],
    mayEdit: isOpen && mayAct,
    mayWithdraw: mayAct && ['DRAFT', 'RECEIVED', 'RETURNED'].includes(row.status),
    history: log.map(({ word, at, actorKind }) => ({ word, at, by: WHO[actorKind] ?? '' })),
  };
}

export type FieldFact = {
  readonly field: string;
  readonly value: string;
  readonly source: string;
  readonly at: Date;
};
export type FormerName = { readonly name: string; readonly until: Date; readonly source: string };
export type EnterpriseInfo = {
  readonly facts: readonly FieldFact[];
  readonly formerNames: readonly FormerName[];
  readonly administrator: { readonly name: string; readonly maskedMobile: string | null } | null;
  readonly open: readonly { readonly id: string; readonly kind: ChangeKind; readonly status: ChangeRequestStatus }[];
  readonly otherHolders: number;
};

/** 企业信息: every registered field with its source and day, former names, and what needs attention after a change. */
export async function enterpriseInfo(ctx: Context, enterpriseId: string): Promise<EnterpriseInfo | null> {
  authorise(ctx.actor, 'enterprise.read', { enterpriseId });
  const row = await ctx.db.enterprise.findUnique({
    where: { id: enterpriseId },
    include: {
      fieldChanges: { orderBy: { at: 'desc' } },
      users: { where: { username: 'admin' }, select: { displayName: true, maskedMobile: true } },
      bankAccounts: { where: { retiredAt: null }, select: { holder: true } },
      changeRequests: {
        where: { status: { in: ['DRAFT', 'RECEIVED', 'IN_CHECK', 'RETURNED'] }, kind: { not: 'PASSWORD_RESET' } },
        select: { id: true, kind: true, status: true },
      },
    },
  });
  if (!row) return null;
  const profile: Record<string, string> = {
    ...(row.profile as Record<string, string>),
    name: row.name,
    uscc: row.uscc,
  };
  const facts = Object.entries(profile).map(([field, value]) => {
    const change = row.fieldChanges.find((one) => one.field === field);
    return { field, value, source: change?.source ?? row.profileSource, at: change?.at ?? row.profileAt };
  });
  const [admin] = row.users;
  return {
    facts,
    formerNames: row.fieldChanges
      .filter(({ field }) => field === 'name')
      .map(({ before, at, source }) => ({ name: before, until: at, source })),
    administrator: admin ? { name: admin.displayName, maskedMobile: admin.maskedMobile } : null,
    open: row.changeRequests,
    otherHolders: row.bankAccounts.filter(({ holder }) => holder !== row.name).length,
  };
}
