import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor, PhoneActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { maskBankAccount } from '@/lib/kernel/mask';
import { currentReceipt, modelOf, receiptByVersion } from '@/lib/receipt/paper-queries';
import type { Finding } from './rules/findings';
import { codeEndsAt, endsAt, holds, isOverdue, readSteps, SILENT, type CaptureStep } from './rules/link';
import type { Verdict } from './rules/judge';
import type { VoidedVersion } from './rules/voided-words';
import type { CaptureStatus } from '@/lib/receipt/rules/capture-states';
import { captureById, liveCaptures, type CaptureRow } from './store';

export type PhotographView = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly flat: boolean;
};

export type CaptureView = {
  readonly id: string;
  readonly status: CaptureStatus;
  readonly steps: readonly CaptureStep[];
  readonly pairingCode: string;
  readonly endReason: string | null;
  readonly deviceLabel: string | null;
  /** When the clock will end it, ISO 8601; null once it has ended. */
  readonly endsAt: string | null;
  /** The present code: when it was made, and whether it still lets a phone in. */
  readonly code: { readonly at: string; readonly isOver: boolean };
  /** Made by whoever asks, who may therefore be shown its code again. */
  readonly isOwn: boolean;
  readonly photograph: PhotographView | null;
};

export type VoidedView = VoidedVersion;

/** What the issued paper says, to be held against its picture before that is handed in; the account masked. */
export type ReceiptValues = {
  readonly number: string;
  readonly version: number;
  readonly payee: string;
  readonly amountFen: number;
  readonly talents: number;
  readonly holder: string;
  readonly account: string;
  readonly bankName: string;
};

/** What the phone shows beside the camera: nothing that a passer-by could use. */
export type PhoneView = CaptureView & {
  readonly receipt: {
    readonly number: string;
    readonly version: number;
    readonly payee: string;
    readonly amountFen: number;
  };
  /** While a picture of it is to be checked. */
  readonly values: ReceiptValues | null;
  /** Set when this link's version was voided, or the photograph shows a voided one. */
  readonly voided: VoidedView | null;
};

const verdictSchema = z.enum(['CLEAN', 'DOUBTFUL', 'REFUSED']);

/** The link as the desktop follows it, or null. */
export async function captureView(ctx: Context<EnterpriseActor>, id: string): Promise<CaptureView | null> {
  const link = await captureById(ctx.db, id);
  if (!link) return null;
  authorise(ctx.actor, 'disbursement.read', link.receipt.disbursement);
  return viewOf(ctx, link);
}

/** The link of a receipt that a phone can still use or is using, or null: what a page that is opened again goes on with. */
export async function liveCapture(ctx: Context<EnterpriseActor>, receiptId: string): Promise<CaptureView | null> {
  const [live] = await liveCaptures(ctx.db, receiptId);
  const view = live ? await captureView(ctx, live.id) : null;
  return view?.status === 'EXPIRED' ? null : view;
}

/** The link as the phone that holds it sees it. */
export async function phoneView(ctx: Context<PhoneActor>): Promise<PhoneView | null> {
  const link = await captureById(ctx.db, ctx.actor.captureId);
  if (!link || !holds(ctx.actor, link)) return null;
  authorise(ctx.actor, 'capture.photograph', { receiptId: link.receiptId });
  const view = await viewOf(ctx, link);
  const { receipt } = link;
  const enterprise = await ctx.db.enterprise.findUnique({
    where: { id: receipt.disbursement.enterpriseId },
    select: { name: true },
  });
  return {
    ...view,
    receipt: {
      number: receipt.number,
      version: receipt.versionNumber,
      payee: enterprise?.name ?? '',
      amountFen: Number(receipt.amountFen),
    },
    values: view.status === 'CHECKED' ? await receiptValues(ctx, link.receiptId) : null,
    voided: receipt.status === 'VOIDED' ? await voidedView(ctx, receipt) : await voidedOnPicture(ctx, view.photograph),
  };
}

/** The phone's own last photograph, straightened where the sheet was found; a JPEG, or null. */
export async function phonePicture(ctx: Context<PhoneActor>): Promise<Uint8Array | null> {
  const link = await captureById(ctx.db, ctx.actor.captureId);
  if (!link?.photographId || !holds(ctx.actor, link)) return null;
  authorise(ctx.actor, 'capture.photograph', { receiptId: link.receiptId });
  const row = await ctx.db.receiptPhotograph.findUnique({
    where: { id: link.photographId },
    select: { flatKey: true, viewKey: true },
  });
  return row && ctx.ports.files.get(row.flatKey ?? row.viewKey);
}

async function viewOf(ctx: Context, link: CaptureRow): Promise<CaptureView> {
  const over = isOverdue(link, ctx.now);
  const { id, pairingCode, deviceLabel } = link;
  return {
    id,
    pairingCode,
    deviceLabel,
    status: over ? 'EXPIRED' : link.status,
    endReason: over ? SILENT : link.endReason,
    endsAt: (over ? null : endsAt(link))?.toISOString() ?? null,
    code: { at: link.tokenAt.toISOString(), isOver: codeEndsAt(link.tokenAt) <= ctx.now },
    isOwn: ctx.actor.kind === 'enterprise' && ctx.actor.id === link.createdById,
    steps: readSteps(link.steps),
    photograph: link.photographId ? await photographView(ctx, link.photographId) : null,
  };
}

async function photographView(ctx: Context, id: string): Promise<PhotographView | null> {
  const row = await ctx.db.receiptPhotograph.findUnique({
    where: { id },
    select: { id: true, verdict: true, findings: true, flatKey: true },
  });
  if (!row) return null;
  return {
    id: row.id,
    verdict: verdictSchema.parse(row.verdict),
    findings: row.findings as unknown as Finding[],
    flat: row.flatKey !== null,
  };
}

/** Whoever asks has been let near this receipt before. */
export async function receiptValues(ctx: Context, receiptId: string): Promise<ReceiptValues> {
  const { number, version, payee, totalFen, lines, account } = await modelOf(ctx, receiptId);
  return {
    ...{ number, version, payee, amountFen: totalFen, talents: lines.length },
    holder: account.holder,
    account: maskBankAccount(account.number),
    bankName: account.bankName,
  };
}

type Voided = { disbursementId: string; versionNumber: number; voidReason: string | null; voidedAt: Date | null };

async function voidedView(ctx: Context, receipt: Voided): Promise<VoidedView> {
  const current = await currentReceipt(ctx.db, receipt.disbursementId);
  return {
    version: receipt.versionNumber,
    reason: receipt.voidReason ?? '收据内容已调整',
    at: (receipt.voidedAt ?? ctx.now).toISOString(),
    replacedBy: current?.versionNumber ?? null,
  };
}

const voidedOnPicture = (ctx: Context, photograph: PhotographView | null) =>
  voidedSeen(ctx, photograph?.findings ?? []);

/** The voided version that a picture shows, if it shows one; its code was checked before. */
export async function voidedSeen(ctx: Context, findings: readonly Finding[]): Promise<VoidedView | null> {
  const seen = findings.find(({ code }) => code === 'voided-version')?.seen;
  const shown = seen && (await receiptByVersion(ctx.db, seen.number, seen.version));
  return shown ? voidedView(ctx, shown) : null;
}
