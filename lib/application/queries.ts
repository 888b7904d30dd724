import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise, Denied, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { shanghaiDay, shanghaiDayOf, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { windowState, type WindowState } from '@/lib/programme/rules/window';
import { draftRow, loadDraft, profileFields, type DraftRow } from './draft-store';
import { keptRegion, type KeptRegion } from '@/lib/files/rules/region';
import { newerVersionOf } from './newer-version';
import { decideEdit } from './rules/decide-submission';
import type { DraftView } from './rules/draft';
import { partLabel, parsePart, type PartKey } from './rules/part-keys';
import { parseSnapshot, type SubmissionSnapshot } from './rules/snapshot';
import { commentsOfReturn, grantedThisYear, submissionRow, windowOf } from './store';

/** A sent comment of the last return, as the enterprise reads it. */
export type ReturnComment = {
  readonly id: string;
  readonly part: PartKey;
  /** What it is about: `陈思睿，劳动合同`. */
  readonly label: string;
  readonly text: string;
  /** The marked place on a page of one of its papers. */
  readonly region: KeptRegion | null;
  readonly stage: 'FIRST' | 'FINAL';
};

/** What every page about one application of one's own shows at its head. */
export type CaseHead = {
  readonly id: string;
  readonly number: string | null;
  readonly programme: { readonly code: string; readonly name: string; readonly year: number };
  readonly window: WindowState;
  readonly submissionCount: number;
  readonly returnDeadline: ShanghaiDay | null;
  readonly isDiscarded: boolean;
  readonly holdReason: string | null;
};

export type EditView = CaseHead & {
  readonly draft: DraftView;
  readonly config: ProgrammeConfig;
  /** Fields shown as text with their source, not asked for. */
  readonly profileFields: readonly string[];
  readonly profileSource: { readonly name: string; readonly on: ShanghaiDay };
  /** Granted to the enterprise in this programme year by other cases, in fen. */
  readonly grantedFen: number;
  readonly comments: readonly ReturnComment[];
  /** The newer version of the programme that a draft may be moved to. */
  readonly newer: { readonly versionId: string; readonly number: number } | null;
  /** Whether answers may be changed now; if not the page of the right state is shown instead. */
  readonly isEditable: boolean;
};

/** One's own draft or returned case with all that the wizard needs. Denied for anybody else's, and where there is none. */
export async function draftForEdit(ctx: Context<EnterpriseActor>, id: string): Promise<EditView> {
  const row = await ownRow(ctx, id);
  const { config } = await versionById(ctx, row.programmeVersionId);
  const head = await caseHead(ctx, row);
  const [{ draft }, grantedFen, comments] = await Promise.all([
    loadDraft(ctx, row, config),
    grantedThisYear(ctx.db, row),
    returnComments(ctx, row, config),
  ]);
  const facts = { ...head, status: row.status, now: ctx.now, frozen: ctx.actor.frozen };
  return {
    ...head,
    draft,
    config,
    profileFields: profileFields(config, row.enterprise),
    profileSource: { name: row.enterprise.profileSource, on: shanghaiDayOf(row.enterprise.profileAt) },
    grantedFen,
    comments,
    newer: await newerVersionOf(ctx, row),
    isEditable: !head.isDiscarded && decideEdit(facts).ok && may(ctx.actor, 'application.edit', row),
  };
}

/** How often one's own application was changed so far; denied for others'. */
export async function revisionOf(ctx: Context<EnterpriseActor>, id: string): Promise<number> {
  return (await ownRow(ctx, id)).revision;
}

/** What was handed in as submission `number`; denied for others' and where there is none. */
export async function submissionForReading(
  ctx: Context<EnterpriseActor>,
  id: string,
  number: number,
): Promise<{ head: CaseHead; snapshot: SubmissionSnapshot; config: ProgrammeConfig }> {
  const row = await ownRow(ctx, id);
  const found = await submissionRow(ctx.db, id, number);
  if (!found) throw new Denied('application.read');
  const { config } = await versionById(ctx, row.programmeVersionId);
  return { head: await caseHead(ctx, row), snapshot: parseSnapshot(found.snapshot), config };
}

/**
 * The key under which this person's browser keeps what was typed into this draft and is not saved yet. Bound to person
 * and draft; handed only to who may change the draft.
 */
export async function journalKey(ctx: Context<EnterpriseActor>, id: string): Promise<{ owner: string; key: string }> {
  const row = await ownRow(ctx, id);
  authorise(ctx.actor, 'application.edit', row);
  const key = ctx.vault.derive('draft-journal', ctx.actor.id, row.id);
  return { owner: ctx.actor.id, key: Buffer.from(key).toString('base64') };
}

export async function ownRow(ctx: Context<EnterpriseActor>, id: string): Promise<DraftRow> {
  const row = await draftRow(ctx.db, id);
  if (!row) throw new Denied('application.read');
  authorise(ctx.actor, 'application.read', row);
  return row;
}

export async function caseHead(ctx: Context, row: DraftRow): Promise<CaseHead> {
  const { opensOn, closesOn } = await windowOf(ctx.db, row.programmeId, row.programmeYear);
  return {
    id: row.id,
    number: row.number,
    programme: { code: row.programme.code, name: row.programme.name, year: row.programmeYear },
    window: windowState({ opensOn: shanghaiDay(opensOn), closesOn: shanghaiDay(closesOn) }, ctx.now),
    submissionCount: row.submissionCount,
    returnDeadline: row.returnDeadline === null ? null : shanghaiDay(row.returnDeadline),
    isDiscarded: row.discardedAt !== null,
    holdReason: row.holdSince ? (row.holdReason ?? '') : null,
  };
}

/** The comments that the last return carried, in the order in which they were written. */
export async function returnComments(ctx: Context, row: DraftRow, config: ProgrammeConfig): Promise<ReturnComment[]> {
  const rows = await commentsOfReturn(ctx.db, row.id);
  const [first] = rows;
  if (!first) return [];
  const submitted = await submissionRow(ctx.db, row.id, first.submissionNumber);
  const names = submitted ? parseSnapshot(submitted.snapshot) : { talents: [] };
  return rows.map(({ id, target, text, region, stage }) => {
    const part = parsePart(target) ?? { kind: 'whole' as const };
    return { id, part: target, label: partLabel(part, names, config), text, region: keptRegion(region), stage };
  });
}
