import 'server-only';
import type { Context } from '@/lib/access/context';
import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import { versionById } from '@/lib/programme/queries';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { partLabels, partsToLook } from '../rules/parts';
import type { ReviewRefusal } from '../rules/refusals';
import * as store from '../store';
import type { CaseAtHand } from './case-at-hand';

export type Judged = {
  readonly submissionId: string;
  readonly snapshot: SubmissionSnapshot;
  readonly config: ProgrammeConfig;
  readonly decisions: ReadonlyMap<string, store.DecisionRow>;
};

/** The submission with its decisions; at the final stage the first stage's stand until changed. */
export async function judged(ctx: Context, row: CaseAtHand): Promise<Judged> {
  const { id: submissionId, snapshot } = await store.submissionRow(ctx.db, row.id, row.submissionCount);
  const first = await store.decisionsOf(ctx.db, row.id, row.submissionCount, 'FIRST');
  const final = row.stage === 'FINAL' ? await store.decisionsOf(ctx.db, row.id, row.submissionCount, 'FINAL') : [];
  return {
    submissionId,
    snapshot,
    config: (await versionById(ctx, row.programmeVersionId)).config,
    decisions: new Map([...first, ...final].map((decision) => [decision.talentId, decision])),
  };
}

/** Refuses while a part of the case was not looked at by the reviewer who decides. */
export async function allLookedAt(
  ctx: Context,
  row: CaseAtHand,
  { snapshot, config }: Judged,
): Promise<Result<undefined, ReviewRefusal>> {
  const review = await store.reviewAtHand(ctx.db, row.id);
  const looked = new Set(review?.looked ?? []);
  const parts = partsToLook(snapshot, config).filter((part) => !looked.has(part));
  return parts.length === 0
    ? ok()
    : refuse({ code: 'parts-not-looked-at', parts, labels: partLabels(parts, snapshot, config) });
}

/** Refuses while a talent has neither support nor a refusal with a reason. */
export function allDecided({ snapshot, decisions }: Judged): Result<undefined, ReviewRefusal> {
  const names = snapshot.talents.filter((talent) => !decisions.has(talent.id)).map((talent) => talent.name);
  return names.length === 0 ? ok() : refuse({ code: 'undecided-talents', names });
}
