import 'server-only';
import { z } from 'zod';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { standardFenOf } from '@/lib/programme/rules/amounts';
import type { Answers, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { insertAttachments, roomLeft } from '../attachment-store';
import { carrying, type EarlierLoaded } from '../carry-over-queries';
import { draftRow } from '../draft-store';
import { insertTalents } from '../import-store';
import { carriedAnswers, carriedPapers, carriedPeople, keptAnswers, type CarriedPaper } from '../rules/carry-over';
import { talentAnswers } from '../rules/draft';
import type { ApplicationRefusal } from '../rules/refusals';
import * as store from '../store';
import { editing, type EditingRefusal } from './editing';
import { saveExpectedAmount } from './expected-amount';
import { sealAnswers, type ToSeal } from './seal-answer';

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
    const answers = input.answers ? carriedAnswers(earlier, into) : [];
    const common = input.papers ? carriedPapers(earlier, into).filter(({ stale }) => stale === null) : [];
    const target = { applicationId: row.id, config, positionAfter: talents.at(-1)?.position ?? 0 };
    const copies = people.map((person, index) =>
      copyOf(tx.now, person.talentId, input.papers ? person.papers : [], earlier, target, index),
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
    await insertTalents(
      tx.db,
      row.id,
      copies.map(({ talent }) => talent),
    );
    // An envelope opens nowhere but where it was sealed for: the same clear values are sealed anew.
    await sealAnswers(
      tx,
      copies.map(({ sealed }) => sealed),
    );
    await insertAttachments(tx.db, attachments);
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
  now: Date,
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
      ...{ id, name, idType, category, answers },
      position: target.positionAfter + index + 1,
      amountFen: standardFenOf(target.config, talentAnswers({ name, idType, category, answers })),
      createdAt: now,
    },
    sealed: { id, idType, ...clearOf(from, talentId, target.config) },
    attachments: usable.map((paper, place) => attachmentOf(paper, target, id, place, now)),
  };
}

/** The sealed answers of an earlier talent in the clear, of the fields that are asked for now. */
function clearOf(
  { sealed }: EarlierLoaded,
  talentId: string,
  config: ProgrammeConfig,
): Pick<ToSeal, 'fields' | 'clear'> {
  const own = sealed.get(talentId) ?? {};
  const fields = fieldsOf(config.entry).filter(({ id, sealed: isSealed }) => isSealed && own[id]?.clear);
  return { fields, clear: Object.fromEntries(fields.map(({ id }) => [id, own[id]?.clear ?? ''])) };
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
