import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { prefilledAnswers } from '@/lib/forms/rules/prefill';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { programmeByCode, type ProgrammeView, type YearWindow } from '@/lib/programme/queries';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { hasEarlier } from '../carry-over-store';
import { enterpriseRow, profileOf } from '../draft-store';
import type { ApplicationRefusal } from '../rules/refusals';
import * as store from '../store';

export const startSchema = z.strictObject({
  programme: z.string().min(1).max(60),
  /** The version of the 申请说明 that was shown. */
  instructions: z.string().min(1).max(60),
  accepted: z.literal('yes', '请先阅读申请说明，再勾选同意。'),
});
type Input = z.infer<typeof startSchema>;

type Refusal =
  | CommonRefusal
  | Extract<ApplicationRefusal, { code: 'window-not-open' | 'window-closed' | 'instructions-not-accepted' }>;
/** `carries`: a new draft, and earlier applications hold people and papers that may be taken over. */
type Begun = { readonly applicationId: string; readonly carries: boolean };
type Answer = Result<Begun, Refusal>;

/**
 * Begins a draft (开始申请) once the instructions were read and accepted; which version and when is kept. Prefilled from
 * the enterprise's own data and pinned to the published version. Whoever begins again meets the draft that is open.
 */
export async function startApplication(ctx: Context<EnterpriseActor>, input: Input): Promise<Answer> {
  const programme = await programmeByCode(ctx, input.programme);
  if (!programme?.current) return refuse({ code: 'not-found' });
  const { programmeId } = programme;
  authorise(ctx.actor, 'application.edit', { enterpriseId: ctx.actor.enterpriseId, programmeId });
  const { current } = programme;
  const { enterpriseId } = ctx.actor;
  const standing = await store.openDraft(ctx.db, enterpriseId, programme.programmeId, current.year);
  if (standing) return ok({ applicationId: standing.id, carries: false });
  if (current.window.state === 'before') return refuse({ code: 'window-not-open', opensOn: current.window.opensOn });
  if (current.window.state === 'closed') return refuse({ code: 'window-closed', closesOn: current.window.closesOn });
  if (input.instructions !== programme.config.instructions.version) {
    return refuse({ code: 'instructions-not-accepted', programme: programme.code });
  }
  try {
    return await begin(ctx, programme, current);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const other = await store.openDraft(ctx.db, enterpriseId, programme.programmeId, current.year);
    return other ? ok({ applicationId: other.id, carries: false }) : refuse({ code: 'somebody-was-faster' });
  }
}

async function begin(ctx: Context<EnterpriseActor>, programme: ProgrammeView, { year }: YearWindow): Promise<Answer> {
  const enterprise = await enterpriseRow(ctx.db, ctx.actor.enterpriseId);
  const { config } = programme;
  const today = shanghaiDayOf(ctx.now);
  return transact(ctx, async (tx): Promise<Answer> => {
    const id = newId();
    await store.insertDraft(tx.db, {
      id,
      enterpriseId: enterprise.id,
      programmeId: programme.programmeId,
      programmeVersionId: programme.versionId,
      programmeYear: year,
      answers: prefilledAnswers(fieldsOf(config.enterprise), profileOf(enterprise), { today }),
      instructionsVersion: config.instructions.version,
      contactId: await store.usualContact(tx.db, enterprise.id),
      createdById: tx.actor.id,
      at: tx.now,
    });
    await writeAudit(tx, {
      action: 'application.start',
      word: '阅读并同意申请说明',
      subjectKind: 'application',
      subjectId: id,
      detail: { instructions: config.instructions.version, programme: programme.code },
    });
    const of = { id, enterpriseId: enterprise.id, programmeId: programme.programmeId };
    return ok({ applicationId: id, carries: await hasEarlier(tx.db, of) });
  });
}
