import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { changeStatus } from '@/lib/db/change-status';
import { nextNumber } from '@/lib/db/numbers';
import { transact } from '@/lib/db/transact';
import { formatNumber } from '@/lib/kernel/numbers';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { searchGrams } from '@/lib/kernel/search-grams';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { draftRow, loadDraft, type DraftRow, type LoadedDraft } from '../draft-store';
import { decideSubmission, type SubmissionDecision, type SubmitRefusal } from '../rules/decide-submission';
import { obstaclesOf } from '../rules/obstacles';
import { queueFacts } from '../rules/queue-facts';
import { APPLICATION } from '../rules/states';
import * as store from '../store';
import { editCase, ownApplication } from './editing';
import { freeze } from './freeze';
import { grantedTalents } from './granted-talents';
import { endOrder } from './take-order';

export const submitSchema = z.strictObject({
  applicationId: z.uuid(),
  /** The revision that was read back before the click. */
  seenRevision: z.coerce.number().int().nonnegative(),
  /** Which submission it is to be: 1, 2 … A click on the same one again finds it done. */
  submission: z.coerce.number().int().positive(),
  /** 仍要提交: goes on although somebody on the list seems to have been granted before. */
  insists: z.literal('yes').optional(),
});
type Input = z.infer<typeof submitSchema>;

export type Submitted = { readonly applicationId: string; readonly number: string; readonly submission: number };
type Answer = Result<Submitted, SubmitRefusal | CommonRefusal>;

/**
 * 确认提交: hands in a draft as its next submission, or a returned case again. What is handed in is frozen with its hash,
 * the first one gets the 受理编号. Refuses with every obstacle at once. However often and however parallel it is asked
 * for the same submission, there is one, and everybody who asked hears its number.
 */
export async function submit(ctx: Context<EnterpriseActor>, input: Input): Promise<Answer> {
  return transact(ctx, async (tx): Promise<Answer> => {
    const own = await ownApplication(tx, input.applicationId, 'application.submit');
    if (!own.ok) return own;
    // Whoever comes second waits here until the first is done, and then sees what the first one did.
    const isOpen = await store.lockEditable(tx.db, input.applicationId);
    const row = await draftRow(tx.db, input.applicationId);
    if (!row || row.discardedAt) return refuse({ code: 'not-found' });
    const isDone = !isOpen && row.submissionCount >= input.submission;
    if (isDone && row.number) return ok({ applicationId: row.id, number: row.number, submission: input.submission });
    if (isOpen && row.submissionCount + 1 !== input.submission) return refuse({ code: 'stale-revision' });
    const { config } = await versionById(tx, row.programmeVersionId);
    const loaded = await loadDraft(tx, row, config);
    const decision = await decide(tx, row, loaded, config, input);
    return decision.ok ? handIn(tx, row, loaded, config, decision.value) : decision;
  });
}

async function decide(
  tx: Context<EnterpriseActor>,
  row: DraftRow,
  loaded: LoadedDraft,
  config: ProgrammeConfig,
  input: Input,
): Promise<Result<SubmissionDecision, SubmitRefusal>> {
  return decideSubmission({
    ...(await editCase(tx, row)),
    applicationId: row.id,
    programme: row.programme.code,
    returnedStage: row.returnedStage,
    revision: row.revision,
    seenRevision: input.seenRevision,
    acceptedInstructions: loaded.draft.acceptedInstructions,
    currentInstructions: config.instructions.version,
    obstacles: obstaclesOf(loaded.draft, config, { today: shanghaiDayOf(tx.now) }),
    grantedTalents: await grantedTalents(tx, row, loaded),
    insistsOnGranted: input.insists === 'yes',
  });
}

async function handIn(
  tx: Context<EnterpriseActor>,
  row: DraftRow,
  loaded: LoadedDraft,
  config: ProgrammeConfig,
  { event, to, number: submission }: SubmissionDecision,
): Promise<Answer> {
  const snapshot = await freeze(tx, row, loaded, config, submission);
  await endOrder(tx.db, row.id);
  const number = row.number ?? (await newNumber(tx));
  const isReservable = row.reservedForId !== null && (await store.isActiveStaff(tx.db, row.reservedForId));
  const done = await changeStatus(tx, APPLICATION, row, event, {
    to,
    set: {
      number,
      submissionCount: submission,
      claimedThisVersion: false,
      firstSubmittedAt: row.firstSubmittedAt ?? tx.now,
      submittedAt: tx.now,
      updatedAt: tx.now,
      reservedForId: isReservable ? row.reservedForId : null,
      proposedRejection: false,
      expectedFen: snapshot.award.totalFen,
      ...queueFacts(snapshot, config, shanghaiDayOf(row.firstSubmittedAt ?? tx.now)),
      searchGrams: searchGrams([number, row.enterprise.name, ...snapshot.talents.map(({ name }) => name)]),
    },
    detail: { number, submission, expectedFen: snapshot.award.totalFen },
  });
  return done.ok ? ok({ applicationId: row.id, number, submission }) : done;
}

/** 受理编号, of the calendar year in China. */
async function newNumber(tx: Context): Promise<string> {
  const year = Number(shanghaiDayOf(tx.now).slice(0, 4));
  return formatNumber('RC', year, await nextNumber(tx.db, 'RC', year));
}
