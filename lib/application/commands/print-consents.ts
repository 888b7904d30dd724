import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { inTransaction } from '@/lib/db/transact';
import { isIdType } from '@/lib/forms/rules/choices';
import { ID_TYPE_LABELS } from '@/lib/forms/rules/id-complaints';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { versionById } from '@/lib/programme/queries';
import { SYSTEM_FIELDS } from '@/lib/programme/rules/fields';
import { standingTalents } from '../import-store';
import type { ApplicationRefusal } from '../rules/refusals';
import { ownApplication } from './editing';

export const printConsentsSchema = z.strictObject({
  applicationId: z.uuid(),
  requirementId: z.string().max(40),
  /** One talent; all of the application where it is left out. */
  talentId: z.uuid().optional(),
});

export type PrintedConsents = { readonly name: string; readonly pdf: Uint8Array };
type Refusal = CommonRefusal | Extract<ApplicationRefusal, { code: 'cannot-be-printed' }>;

/**
 * 授权书 of one talent, or of all in one PDF, with names and whole ID numbers filled in. The log says who printed it:
 * whole numbers leave the vault here.
 */
export async function printConsents(
  ctx: Context<EnterpriseActor>,
  { applicationId, requirementId, talentId }: z.infer<typeof printConsentsSchema>,
): Promise<Result<PrintedConsents, Refusal>> {
  const own = await ownApplication(ctx, applicationId, 'application.edit');
  if (!own.ok) return own;
  authorise(ctx.actor, 'sensitive.reveal', own.value);
  const { config } = await versionById(ctx, own.value.programmeVersionId);
  const requirement = config.requirements.find(({ id }) => id === requirementId);
  const talents = (await standingTalents(ctx, applicationId)).filter(({ id }) => !talentId || id === talentId);
  if (requirement?.template !== 'consent' || talents.length === 0) return refuse({ code: 'not-found' });
  const { enterpriseName: name, uscc } = ctx.actor;
  const rendered = await ctx.ports.consents.render({
    title: requirement.label,
    enterprise: { name, uscc },
    programme: { name: config.name, year: own.value.programmeYear },
    payer: config.payer,
    madeAt: ctx.now.toISOString(),
    people: talents.map((talent) => ({
      name: talent.name,
      idType: isIdType(talent.idType) ? ID_TYPE_LABELS[talent.idType] : '证件',
      idNumber: talent.clear[SYSTEM_FIELDS.idNumber] ?? '',
    })),
  });
  if (!rendered.ok) return refuse({ code: 'cannot-be-printed', characters: rendered.refusal.characters });
  await inTransaction(ctx, (tx) =>
    writeAudit(tx, {
      ...{ action: 'application.printConsents', word: `打印${requirement.label}（完整号码）` },
      ...{ subjectKind: 'application', subjectId: applicationId },
      detail: { talents: talents.map(({ id }) => id) },
    }),
  );
  const whose = talentId ? (talents[0]?.name ?? '') : `${talents.length}人`;
  return ok({ name: `${requirement.label}_${whose}.pdf`, pdf: rendered.value });
}
