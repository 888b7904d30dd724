import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { publishedVersion } from '@/lib/programme/queries';
import { standardFenOf } from '@/lib/programme/rules/amounts';
import type { Answers, ProgrammeConfig } from '@/lib/programme/rules/config';
import { acceptedVersion } from '../draft-store';
import { talentAnswers } from '../rules/draft';
import type { ApplicationRefusal } from '../rules/refusals';
import { fieldsGone } from '../rules/version-offer';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';
import { saveExpectedAmount } from './expected-amount';

export const adoptVersionSchema = z.object({
  applicationId: z.uuid(),
  /** The version whose differences were shown. */
  versionId: z.uuid(),
  /** The version of the 申请说明 that was read with it; empty where it is the one accepted before. */
  instructions: z.string().max(60),
  accepted: z.literal('yes', '请先阅读新的申请说明，再勾选同意。').optional(),
});

type Refusal = EditingRefusal | Extract<ApplicationRefusal, { code: 'version-moved' | 'instructions-not-accepted' }>;

/**
 * 改用新版本: pins a draft to the published version whose differences were shown. Answers stay, but for those of fields
 * that are gone; what is handed in for papers that are gone stays with the draft, unused. Standards are worked out anew.
 */
export async function adoptVersion(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof adoptVersionSchema>,
): Promise<Result<{ revision: number }, Refusal>> {
  const { applicationId } = input;
  return editing<object, Refusal>(ctx, applicationId, async (tx, { row, config: before }) => {
    if (row.status !== 'DRAFT') return refuse({ code: 'wrong-state', now: '不是草稿' });
    const next = await publishedVersion(tx, row.programmeId);
    if (!next || next.versionId !== input.versionId) return refuse({ code: 'version-moved', applicationId });
    if (row.programmeVersionId === next.versionId) return ok({});
    const { version } = next.config.instructions;
    const isRead = acceptedVersion(row.acceptedNotice) === version;
    if (!isRead && (input.instructions !== version || input.accepted !== 'yes')) {
      return refuse({ code: 'instructions-not-accepted', programme: row.programme.code });
    }
    await store.pinVersion(tx.db, row.id, next.versionId, isRead ? null : { version, at: tx.now.toISOString() });
    await carryAnswers(tx, row, before, next.config);
    await saveExpectedAmount(tx, row, next.config);
    await writeAudit(tx, {
      action: 'application.adopt-version',
      word: '改用新版本',
      subjectKind: 'application',
      subjectId: row.id,
      detail: { number: next.versionNumber, ...(!isRead && { instructions: version }) },
    });
    return ok({});
  });
}

async function carryAnswers(
  tx: Context,
  row: store.Standing,
  before: ProgrammeConfig,
  after: ProgrammeConfig,
): Promise<void> {
  await store.saveAnswers(tx.db, row.id, without(row.answers as Answers, fieldsGone(before, after, 'enterprise')));
  const gone = fieldsGone(before, after, 'entry');
  const talents = await store.liveTalents(tx.db, row.id);
  await store.dropSealed(
    tx.db,
    talents.map(({ id }) => id),
    [...gone],
  );
  for (const { id, name, idType, category, answers: all } of talents) {
    const kept = { name, idType, category, answers: without(all as Answers, gone) };
    await store.saveTalent(tx.db, id, { ...kept, amountFen: standardFenOf(after, talentAnswers(kept)) });
  }
}

function without(answers: Answers, gone: ReadonlySet<string>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !gone.has(id)));
}
