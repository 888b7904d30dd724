import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { ExtensionStatus } from '@/lib/application/rules/extension-states';
import { shanghaiDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import { extensionRows } from './extension-store';

export type ExtensionRow = {
  readonly id: string;
  readonly applicationId: string;
  readonly number: string;
  readonly enterprise: string;
  readonly programme: string;
  /** The deadline that passed. */
  readonly passedOn: ShanghaiDay | null;
  readonly reason: string;
  readonly askedAt: Date;
  readonly status: ExtensionStatus;
  readonly answer: string | null;
  readonly deadline: ShanghaiDay | null;
  /** Working days that the programme gives for a correction. */
  readonly usualDays: number;
};

/** 延期申请: what waits for an answer first, then what was answered last. */
export async function extensionRequests(ctx: Context<StaffActor>): Promise<ExtensionRow[]> {
  authorise(ctx.actor, 'extension.decide');
  const rows = await extensionRows(ctx.db);
  return Promise.all(
    rows.map(async ({ application, deadline, ...row }) => ({
      id: row.id,
      applicationId: application.id,
      number: application.number ?? '',
      enterprise: application.enterprise.name,
      programme: application.programme.name,
      passedOn: row.status === 'ASKED' && application.returnDeadline ? shanghaiDay(application.returnDeadline) : null,
      reason: row.reason,
      askedAt: row.askedAt,
      status: row.status,
      answer: row.answer,
      deadline: deadline ? shanghaiDay(deadline) : null,
      usualDays: (await versionById(ctx, application.programmeVersionId)).config.returnWorkingDays,
    })),
  );
}
