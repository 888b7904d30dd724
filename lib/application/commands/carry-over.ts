import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { maskAnswer } from '@/lib/forms/rules/mask-answer';
import { isFromProfile } from '@/lib/forms/rules/prefill';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { standardFenOf } from '@/lib/programme/rules/amounts';
import type { Answers, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { roomLeft } from '../attachment-store';
import { carrying, type EarlierLoaded } from '../carry-over-queries';
import { insertCarried } from '../carry-over-store';
import { draftRow, profileOf, SEALED_TALENT } from '../draft-store';
import { carriedAnswers, carriedPapers, carriedPeople, keptAnswers, type CarriedPaper } from '../rules/carry-over';
import { talentAnswers, type TalentView } from '../rules/draft';
import type { ApplicationRefusal } from '../rules/refusals';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';
import { saveExpectedAmount } from './expected-amount';

export const carryOverSchema = z.object({
  applicationId: z.uuid(),
  talentIds: z.array(z.uuid()).max(500).default([]),
  answers: z.literal('yes').optional(),
  papers: z.literal('yes').optional(),
});

type Refusal =
  EditingRefusal | Extract<ApplicationRefusal, { code: 'talent-limit' | 'application-full' | 'nothing-to-carry' }>;

export type Carried = { readonly people: number; readonly answers: number; readonly papers: number };

type Target = { readonly applicationId: string; readonly config: ProgrammeConfig; readonly positionAfter: number };

/**
 * 从以往申请带入: people with what was written about them, answers to fields that stand empty, and papers that may serve
 * again; sealed values are sealed anew, papers are the same stored file in a new place. Only what the page offered is
 * taken; whoever stands in the draft already is passed over, so that a second click adds nothing.
 */
export async function carryOver(
  ctx: Context<EnterpriseActor>,
  input: z.infer<typeof carryOverSchema>,
): Promise<Result<Carried & { revision: number }, Refusal>> {
  return editing<Carried, Refusal>(ctx, input.applicationId, async (tx, { row, config }) => {
    const full = await draftRow(tx.db, input.applicationId);
    if (!full || row.status !== 'DRAFT') return refuse({ code: 'wrong-state', now: '不是草稿' });
    const { earlier, into } = await carrying(tx, full);
    const wanted = new Set(input.talentIds);
    const people = carriedPeople(earlier, into).filter(({ talentId }) => wanted.has(talentId));
    const { talents } = into.draft;
    if (talents.length + people.length > config.maxEntries) {
      return refuse({ code: 'talent-limit', limit: config.maxEntries });
    }
    const profile = profileOf(full.enterprise);
    const known = fieldsOf(config.enterprise).filter((field) => isFromProfile(field, profile));
    const answers = input.answers ? carriedAnswers(earlier, into, new Set(known.map(({ id }) => id))) : [];
    const common = input.papers ? carriedPapers(earlier, into).filter(({ stale }) => stale === null) : [];
    const target = { applicationId: row.id, config, positionAfter: talents.at(-1)?.position ?? 0 };
    const copies = people.map((person, index) =>
      copyOf(tx, person.talentId, input.papers ? person.papers : [], earlier, target, index),
    );
    const attachments = [
      ...common.map((paper, index) => attachmentOf(paper, target, null, index, tx.now)),
      ...copies.flatMap((copy) => copy.attachments),
    ];
    if (copies.length + answers.length + attachments.length === 0) return refuse({ code: 'nothing-to-carry' });
    const bytes = [...common, ...people.flatMap(({ papers }) => (input.papers ? papers : []))]
      .filter(({ stale }) => stale === null)
      .reduce((sum, { attachment }) => sum + attachment.sizeBytes, 0);
    if ((await roomLeft(tx.db, row.id, tx.now)) < bytes) return refuse({ code: 'application-full' });
    await insertCarried(tx.db, {
      talents: copies.map(({ talent }) => talent),
      sealed: copies.flatMap(({ sealed }) => sealed),
      attachments,
    });
    const taken = Object.fromEntries(answers.map(({ fieldId, value }) => [fieldId, value]));
    if (answers.length > 0) await store.saveAnswers(tx.db, row.id, { ...(row.answers as Answers), ...taken });
    await saveExpectedAmount(tx, row, config);
    const counts = { people: copies.length, answers: answers.length, papers: attachments.length };
    await writeAudit(tx, {
      action: 'application.carry-over',
      word: '从以往申请带入',
      subjectKind: 'application',
      subjectId: row.id,
      detail: counts,
    });
    return ok(counts);
  });
}

function copyOf(
  tx: Context,
  talentId: string,
  papers: readonly CarriedPaper[],
  earlier: readonly EarlierLoaded[],
  target: Target,
  index: number,
) {
  const from = earlier.find(({ draft }) => draft.talents.some(({ id }) => id === talentId));
  const talent = from?.draft.talents.find(({ id }) => id === talentId);
  if (!from || !talent) throw new Error(`no talent ${talentId} to carry over`);
  const id = newId();
  const answers = keptAnswers(talent.answers, from.config, target.config, 'entry');
  const { name, idType, category } = talent;
  const usable = papers.filter(({ stale }) => stale === null);
  return {
    talent: {
      ...{ id, applicationId: target.applicationId, name, idType, category, answers },
      position: target.positionAfter + index + 1,
      amountFen: standardFenOf(target.config, talentAnswers({ name, idType, category, answers })),
      createdAt: tx.now,
    },
    sealed: sealedAnew(tx, talent, id, from, target.config),
    attachments: usable.map((paper, place) => attachmentOf(paper, target, id, place, tx.now)),
  };
}

/** The same clear values under the new row's place: an envelope opens nowhere but where it was sealed for. */
function sealedAnew(
  { vault }: Pick<Context, 'vault'>,
  { id: before, idType }: TalentView,
  rowId: string,
  { sealed }: EarlierLoaded,
  config: ProgrammeConfig,
) {
  return fieldsOf(config.entry).flatMap((field) => {
    const clear = field.sealed ? sealed.get(before)?.[field.id]?.clear : undefined;
    if (!clear) return [];
    const place = { table: SEALED_TALENT, column: field.id, rowId };
    return [
      {
        ...{ tableName: SEALED_TALENT, columnName: field.id, rowId, masked: maskAnswer(field, clear) },
        envelope: vault.seal(place, clear),
        blindIndex: vault.blind(
          `${SEALED_TALENT}.${field.id}`,
          field.type === 'idNumber' ? `${idType}:${clear}` : clear,
        ),
      },
    ];
  });
}

function attachmentOf(
  { attachment, requirementId }: CarriedPaper,
  { applicationId }: Target,
  talentId: string | null,
  place: number,
  createdAt: Date,
) {
  return {
    id: newId(),
    applicationId,
    requirementId,
    talentId,
    fileId: attachment.fileId,
    position: place + 1,
    createdAt,
  };
}
