import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import { earlierApplications } from './carry-over-store';
import { loadDraft, profileFields, type DraftRow, type LoadedDraft } from './draft-store';
import { personsOf } from './persons';
import { ownRow } from './queries';
import {
  carriedAnswers,
  carriedPapers,
  carriedPeople,
  type CarriedAnswer,
  type CarriedPaper,
  type CarriedPerson,
  type CarryInto,
  type EarlierCase,
} from './rules/carry-over';
import { grantedAmong } from './store';

type Ctx = Context<EnterpriseActor>;

export type CarryOverView = {
  readonly applicationId: string;
  readonly programmeName: string;
  readonly entryWord: string;
  readonly people: readonly CarriedPerson[];
  readonly answers: readonly CarriedAnswer[];
  readonly papers: readonly CarriedPaper[];
};

/** An earlier case with the sealed values that are copied; they never leave the server. */
export type EarlierLoaded = EarlierCase & { readonly sealed: LoadedDraft['sealed'] };

/** What may be taken over from earlier applications into this draft; null where it can not be edited. */
export async function carryOverFor(ctx: Ctx, id: string): Promise<CarryOverView | null> {
  const row = await ownRow(ctx, id);
  if (row.status !== 'DRAFT' || row.discardedAt || !may(ctx.actor, 'application.edit', row)) return null;
  const { earlier, into } = await carrying(ctx, row);
  return {
    applicationId: id,
    programmeName: row.programme.name,
    entryWord: into.config.entryWord,
    people: carriedPeople(earlier, into),
    answers: carriedAnswers(earlier, into),
    papers: carriedPapers(earlier, into),
  };
}

/** The earlier cases and the draft as the rules want them. Persons are known by the index of ID type and number. */
export async function carrying(ctx: Ctx, row: DraftRow) {
  const { config } = await versionById(ctx, row.programmeVersionId);
  const own = await loadDraft(ctx, row, config);
  const earlier: EarlierLoaded[] = [];
  // One after the other: inside a transaction there is one connection.
  for (const other of await earlierApplications(ctx.db, row)) {
    const version = await versionById(ctx, other.programmeVersionId);
    const loaded = await loadDraft(ctx, other, version.config);
    earlier.push({
      draft: loaded.draft,
      config: version.config,
      number: other.number,
      year: other.programmeYear,
      writtenOn: shanghaiDayOf(other.submittedAt ?? other.updatedAt),
      persons: personsOf(ctx, loaded),
      sealed: loaded.sealed,
    });
  }
  const everybody = earlier.flatMap(({ persons }) => [...persons.values()]);
  const into: CarryInto = {
    draft: own.draft,
    config,
    today: shanghaiDayOf(ctx.now),
    fromProfile: new Set(profileFields(config, row.enterprise)),
    present: new Set(personsOf(ctx, own).values()),
    granted: await grantedAmong(ctx.db, row.programmeId, row.id, everybody),
  };
  return { earlier, into };
}
