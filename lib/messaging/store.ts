import 'server-only';
import type { MessageChannel } from '@/prisma/generated/client';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { openSealed, putSealed, removeSealed } from '@/lib/db/sealed';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { staffMember, staffOnCase } from './case-store';
import { changeRequestFacts, enterpriseFacts, reachable } from './enterprise-store';
import { objectionFacts } from './objection-store';
import type { MessageFacts } from './rules/kinds';
import { SEALED_BODY } from './rules/secret-texts';

export type Addressee = {
  /** Null where the message stands in no enterprise's list: what people of the office are told, or an objector. */
  readonly enterpriseId: string | null;
  readonly applicationId: string | null;
  readonly mobile: string | null;
  readonly email: string | null;
};

const withCase = { programme: true, contact: true } as const;

/** Everything a message about this subject may say and whom it goes to; null when nobody can be told. */
export async function factsOf(
  ctx: Context,
  subject: { kind: string; id: string; auditId: string },
): Promise<{ facts: MessageFacts; to: Addressee; at: Date } | null> {
  const audit = await ctx.db.auditEntry.findUnique({
    where: { id: subject.auditId },
    select: { detail: true, at: true },
  });
  const at = audit?.at ?? ctx.now;
  if (subject.kind === 'changeRequest' || subject.kind === 'enterprise') {
    const told = await (subject.kind === 'enterprise' ? enterpriseFacts : changeRequestFacts)(ctx, subject.id);
    if (!told) return null;
    const { facts, ...to } = told;
    const { reason } = (audit?.detail ?? {}) as { reason?: string };
    return { at, to: { ...to, applicationId: null }, facts: { ...facts, reason: facts.reason ?? reason ?? null } };
  }
  if (subject.kind === 'objection') {
    const told = await objectionFacts(ctx, subject.id);
    return told && { at, ...told };
  }
  const detail = (audit?.detail ?? {}) as Detail;
  const found =
    subject.kind === 'disbursement'
      ? await disbursementFacts(ctx, subject.id)
      : subject.kind === 'extension'
        ? await extensionFacts(ctx, subject.id)
        : await applicationFacts(ctx, subject.id);
  if (!found) return null;
  const to = await addresseesOf(ctx, subject.kind, found, detail);
  if (!to) return null;
  const deadline = detail.deadline ?? found.deadline;
  return {
    to,
    at,
    facts: {
      ...found.facts,
      reason: detail.reason ?? (subject.kind === 'caseForColleague' ? detail.note : null) ?? found.facts.reason,
      deadline: deadline ? shanghaiDay(deadline) : null,
    },
  };
}

/** What the log holds of the act. */
type Detail = { reason?: string; deadline?: string; contactId?: string; toId?: string; note?: string };

/** The colleague whom the act named, whoever of the office has the case, or the contact of the enterprise. */
function addresseesOf(ctx: Context, kind: string, found: Found, detail: Detail): Promise<Addressee | null> {
  if (kind === 'caseForColleague') return staffMember(ctx, detail.toId);
  if (kind === 'caseForStaff') return staffOnCase(ctx, found.applicationId);
  return enterpriseOnCase(ctx, found, detail.contactId ?? found.contactId);
}

type Found = {
  facts: MessageFacts;
  contactId: string | null;
  enterpriseId: string;
  applicationId: string;
  deadline: string | null;
  /** Who is told where no contact was chosen yet. */
  caretakerId?: string;
};

/** The contact of the case; of a draft without one whoever looks after it. */
async function enterpriseOnCase(ctx: Context, found: Found, contactId: string | null): Promise<Addressee | null> {
  if (contactId) return addresseeOf(ctx, contactId, found);
  if (!found.caretakerId) return null;
  const { mobile, email } = await reachable(ctx, found.enterpriseId, found.caretakerId);
  return { enterpriseId: found.enterpriseId, applicationId: found.applicationId, mobile, email };
}

/** A refusal to extend: no deadline, and the reason stands in the log of the request. */
async function extensionFacts(ctx: Context, id: string): Promise<Found | null> {
  const row = await ctx.db.extensionRequest.findUnique({ where: { id } });
  const found = row && (await applicationFacts(ctx, row.applicationId));
  return found && { ...found, deadline: null };
}

async function applicationFacts(ctx: Context, id: string): Promise<Found | null> {
  const row = await ctx.db.application.findUnique({ where: { id }, include: withCase });
  if (!row) return null;
  return {
    facts: {
      programme: row.programme.name,
      number: row.number ?? row.programme.name,
      amountFen: row.approvedFen === null ? null : Number(row.approvedFen),
      deadline: null,
      reason: row.decisionReason,
      receiptNumber: null,
      account: null,
    },
    contactId: row.contactId,
    enterpriseId: row.enterpriseId,
    applicationId: row.id,
    deadline: row.returnDeadline,
    caretakerId: row.caretakerId ?? row.createdById,
  };
}

async function disbursementFacts(ctx: Context, id: string): Promise<Found | null> {
  const row = await ctx.db.disbursement.findUnique({
    where: { id },
    include: { application: { include: withCase }, bankAccount: true },
  });
  if (!row) return null;
  return {
    facts: {
      programme: row.application.programme.name,
      number: row.application.number ?? '',
      amountFen: Number(row.amountFen),
      deadline: null,
      reason: row.failureReason,
      receiptNumber: row.receiptNumber,
      account: row.bankAccount?.maskedNumber ?? null,
    },
    contactId: row.contactId ?? row.application.contactId,
    enterpriseId: row.enterpriseId,
    applicationId: row.applicationId,
    deadline: null,
  };
}

async function addresseeOf(
  ctx: Context,
  contactId: string,
  of: { enterpriseId: string; applicationId: string },
): Promise<Addressee | null> {
  const mobile = await openSealed(ctx, { table: 'contact', column: 'mobile', rowId: contactId });
  const email = await openSealed(ctx, { table: 'contact', column: 'email', rowId: contactId });
  return mobile && email ? { enterpriseId: of.enterpriseId, applicationId: of.applicationId, mobile, email } : null;
}

/** Writes a message once per key, its address sealed; answers the id, or null when it stood there already. */
export async function insertMessage(
  ctx: Context,
  row: {
    key: string;
    kind: string;
    channel: MessageChannel;
    to: Addressee;
    address: string;
    at: Date;
    subject: string | null;
    body: string;
  },
): Promise<string | null> {
  if (await ctx.db.message.findUnique({ where: { key: row.key }, select: { id: true } })) return null;
  const id = newId();
  const { to, address, at, ...columns } = row;
  await ctx.db.message.create({
    data: { id, ...columns, enterpriseId: to.enterpriseId, applicationId: to.applicationId, createdAt: at },
  });
  await putSealed(ctx, { table: 'message', column: 'address', rowId: id }, { clear: address, masked: '' });
  return id;
}

/** Writes a message whose body is as secret as its address; answers the id, or null when it stood there already. */
export async function insertSecretMessage(
  ctx: Context,
  row: { key: string; kind: string; channel: MessageChannel; address: string; subject?: string; body: string },
): Promise<string | null> {
  if (await ctx.db.message.findUnique({ where: { key: row.key }, select: { id: true } })) return null;
  const id = newId();
  const { key, kind, channel, subject = null } = row;
  const columns = { id, key, kind, channel, subject, body: SEALED_BODY, createdAt: ctx.now };
  await ctx.db.message.create({ data: columns });
  await putSealed(ctx, { table: 'message', column: 'address', rowId: id }, { clear: row.address, masked: '' });
  await putSealed(ctx, bodyPlace(id), { clear: row.body, masked: '' });
  return id;
}

const bodyPlace = (id: string) => ({ table: 'message', column: 'body', rowId: id });

/** What is to be sent: the sealed body where there is one. */
export async function bodyOf(ctx: Context, message: { readonly id: string; readonly body: string }): Promise<string> {
  return (await openSealed(ctx, bodyPlace(message.id))) ?? message.body;
}

export const messageToSend = (ctx: Context, id: string) => ctx.db.message.findUnique({ where: { id } });

export const addressOf = (ctx: Context, id: string) =>
  openSealed(ctx, { table: 'message', column: 'address', rowId: id });

export async function markSent(ctx: Context, id: string, providerId: string): Promise<void> {
  await ctx.db.message.update({
    where: { id },
    data: { status: 'SENT', providerId, sentAt: ctx.now, attempts: { increment: 1 }, lastError: null },
  });
  // A code or a password that reached its reader has no business here any more.
  await removeSealed(ctx.db, bodyPlace(id));
}

export async function markTried(ctx: Context, id: string, error: string, final: boolean): Promise<void> {
  await ctx.db.message.update({
    where: { id },
    data: { attempts: { increment: 1 }, lastError: error, ...(final ? { status: 'FAILED' as const } : {}) },
  });
  if (final) await removeSealed(ctx.db, bodyPlace(id));
}
