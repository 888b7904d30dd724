import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor, PhoneActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { Finding } from './rules/findings';
import { readSteps, type CaptureStep } from './rules/link';
import type { CaptureStatus } from './rules/states';
import { captureById } from './store';

export type PhotographView = {
  readonly id: string;
  readonly verdict: 'CLEAN' | 'DOUBTFUL' | 'REFUSED';
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
  readonly photograph: PhotographView | null;
};

/** What the phone shows beside the camera: nothing that a passer-by could use. */
export type PhoneView = CaptureView & {
  readonly receipt: {
    readonly number: string;
    readonly version: number;
    readonly payee: string;
    readonly amountFen: number;
  };
};

const verdictSchema = z.enum(['CLEAN', 'DOUBTFUL', 'REFUSED']);

/** The link as the desktop follows it, or null. */
export async function captureView(ctx: Context<EnterpriseActor>, id: string): Promise<CaptureView | null> {
  const link = await captureById(ctx.db, id);
  if (!link) return null;
  authorise(ctx.actor, 'disbursement.read', link.receipt.disbursement);
  return viewOf(ctx, link);
}

/** The link as the phone that opened it sees it. */
export async function phoneView(ctx: Context<PhoneActor>): Promise<PhoneView | null> {
  const link = await captureById(ctx.db, ctx.actor.captureId);
  if (!link) return null;
  authorise(ctx.actor, 'capture.photograph', { receiptId: link.receiptId });
  const enterprise = await ctx.db.enterprise.findUnique({
    where: { id: link.receipt.disbursement.enterpriseId },
    select: { name: true },
  });
  return {
    ...(await viewOf(ctx, link)),
    receipt: {
      number: link.receipt.number,
      version: link.receipt.versionNumber,
      payee: enterprise?.name ?? '',
      amountFen: Number(link.receipt.amountFen),
    },
  };
}

async function viewOf(
  ctx: Context,
  link: {
    id: string;
    status: CaptureStatus;
    steps: unknown;
    pairingCode: string;
    endReason: string | null;
    deviceLabel: string | null;
    photographId: string | null;
  },
): Promise<CaptureView> {
  const { id, status, pairingCode, endReason, deviceLabel } = link;
  const photograph = link.photographId ? await photographView(ctx, link.photographId) : null;
  return { id, status, steps: readSteps(link.steps), pairingCode, endReason, deviceLabel, photograph };
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
