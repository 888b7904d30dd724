import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { isFromProfile } from '@/lib/forms/rules/prefill';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { earlierApplications } from './carry-over-store';
import { loadDraft, profileOf, type DraftRow, type LoadedDraft } from './draft-store';
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
  readonly maxEntries: number;
  readonly present: number;
};

/** An earlier case with the sealed values that are copied; they never leave the server. */
export type EarlierLoaded = EarlierCase & { readonly sealed: LoadedDraft['sealed'] };

/** What may be taken over from earlier applications into this draft; null where it can not be edited. */
export async function carryOverFor(ctx: Ctx, id: string): Promise<CarryOverView | null> {
  const row = await ownRow(ctx, id);
  if (row.status !== 'DRAFT' || row.discardedAt || !may(ctx.actor, 'application.edit', row)) return null;
  const { earlier, into, config } = await carrying(ctx, row);
  const profile = profileOf(row.enterprise);
  const known = fieldsOf(config.enterprise).filter((field) => isFromProfile(field, profile));
  return {
    applicationId: id,
    programmeName: row.programme.name,
    entryWord: config.entryWord,
    people: carriedPeople(earlier, into),
    answers: carriedAnswers(earlier, into, new Set(known.map((field) => field.id))),
    papers: carriedPapers(earlier, into),
    maxEntries: config.maxEntries,
    present: into.draft.talents.length,
  };
}

/** The earlier cases and the draft as the rules want them. Persons are known by the index of ID type and number. */
export async function carrying(ctx: Ctx, row: DraftRow) {
  const { config } = await versionById(ctx, row.programmeVersionId);
  const { draft, sealed } = await loadDraft(ctx, row, config);
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
      persons: personsOf(ctx, loaded.draft.talents, loaded.sealed),
      sealed: loaded.sealed,
    });
  }
  const everybody = earlier.flatMap(({ persons }) => [...persons.values()]);
  const into: CarryInto = {
    draft,
    config,
    today: shanghaiDayOf(ctx.now),
    present: new Set(personsOf(ctx, draft.talents, sealed).values()),
    granted: await grantedAmong(ctx.db, row.programmeId, row.id, everybody),
  };
  return { earlier, into, config };
}

function personsOf(
  ctx: Ctx,
  talents: LoadedDraft['draft']['talents'],
  sealed: LoadedDraft['sealed'],
): Map<string, string> {
  return new Map(
    talents.flatMap(({ id, idType }) => {
      const number = sealed.get(id)?.idNumber?.clear;
      return number ? [[id, ctx.vault.blind('person', `${idType}:${number}`)] as const] : [];
    }),
  );
}
