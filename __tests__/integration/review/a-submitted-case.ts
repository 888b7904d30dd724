import { contentHash } from '@/lib/db/content-hash';
import type { DraftView, TalentView } from '@/lib/application/rules/draft';
import { queueFacts } from '@/lib/application/rules/queue-facts';
import { askedPapers } from '@/lib/application/rules/requirements';
import { takeSnapshot } from '@/lib/application/rules/take-snapshot';
import { newId } from '@/lib/db/ids';
import type { World } from '../../support/context';
import { formatNumber } from '@/lib/kernel/numbers';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { searchGrams } from '@/lib/kernel/search-grams';
import { standardFenOf } from '@/lib/programme/rules/amounts';
import { talentRecruitment as CONFIG } from '@/lib/programme/samples/talent-recruitment';
import {
  completeEnterpriseAnswers,
  completeTalent,
  type BuiltTalent,
  type TalentOptions,
} from '../../builders/answers';
import type { BuiltEnterprise } from '../../builders/people';
import type { BuiltProgramme } from '../../builders/programme';

export type CasePlan = {
  readonly enterprise?: BuiltEnterprise;
  readonly talents?: readonly TalentOptions[];
  readonly submittedAt?: Date;
  readonly submission?: number;
  /** Its number is made of this where the database holds other cases too. */
  readonly sequence?: number;
  /** A stored file that stands behind every paper, each counting as a content of its own; without one they have none. */
  readonly file?: { readonly fileId: string; readonly mediaType: string };
  /** Columns of the application that differ. */
  readonly more?: Readonly<Record<string, unknown>>;
};

export type BuiltCase = { readonly id: string; readonly number: string; readonly talentIds: readonly string[] };

export type CasePlace = Pick<World, 'db' | 'vault'> & {
  readonly programme: BuiltProgramme;
  readonly enterprise: BuiltEnterprise;
};

let serial = 0;
/** A seed for a person that no other case of the suite has. */
export const newSeed = () => (serial += 1) + 1000;

/** One talent of this category whom no other case of the suite has. */
export const someone = (category: TalentOptions['category'], name = '李慕白'): TalentOptions => ({
  category,
  name,
  seed: newSeed(),
});

/** A case that was handed in, written straight into the tables: what a submission leaves there and nothing else. */
export async function aSubmittedCase(place: CasePlace, plan: CasePlan = {}): Promise<BuiltCase> {
  serial += 1;
  const number = formatNumber('RC', 2026, plan.sequence ?? serial);
  const submittedAt = plan.submittedAt ?? new Date('2026-11-18T02:00:00Z');
  const submission = plan.submission ?? 1;
  const built = (plan.talents ?? [someone('B'), someone('D', '张明远')]).map((one) => completeTalent(one));
  const views = built.map((talent, index) => viewOf(talent, index + 1));
  const enterprise = plan.enterprise ?? place.enterprise;
  const id = newId();
  const taken = takeSnapshot(draftOf(id, views), CONFIG, {
    number: submission,
    submittedAt: submittedAt.toISOString(),
    programme: { ...ids(place.programme), code: CONFIG.code, name: CONFIG.name, year: 2026 },
    enterprise: { id: enterprise.id, name: enterprise.name, uscc: enterprise.uscc },
    contact: { id: newId(), name: '周敏', maskedMobile: '138****0000', maskedEmail: 'h***@example.com' },
    instructionsVersion: CONFIG.instructions.version,
    hashes: Object.fromEntries(views.map((view) => [view.id, { idNumber: view.id, mobile: view.id }])),
    sha256: new Proxy({}, { get: (_, key) => `sha256 of ${String(key)}` }) as Record<string, string>,
    capFen: CONFIG.yearlyCapFen,
    grantedThisYearFen: 0,
  });
  const snapshot = { ...taken, attachments: taken.attachments.map((one) => ({ ...one, ...plan.file })) };
  await place.db.application.create({
    data: {
      ...{ id, number, enterpriseId: enterprise.id, status: 'SUBMITTED', programmeYear: 2026 },
      programmeId: place.programme.programmeId,
      programmeVersionId: place.programme.versionId,
      answers: snapshot.answers,
      ...{ submissionCount: submission, firstSubmittedAt: submittedAt, submittedAt },
      expectedFen: snapshot.award.totalFen,
      ...queueFacts(snapshot, CONFIG, shanghaiDayOf(submittedAt)),
      searchGrams: searchGrams([number, enterprise.name, ...built.map(({ name }) => name)]),
      ...{ createdById: enterprise.users.super, createdAt: submittedAt, updatedAt: submittedAt },
      ...plan.more,
    },
  });
  for (const view of views) await writeTalent(place, id, view, submittedAt);
  const submissionId = newId();
  await place.db.submission.create({
    data: {
      ...{ id: submissionId, applicationId: id, number: submission, snapshot, sha256: contentHash(snapshot) },
      ...{ submittedById: enterprise.users.super, submittedAt },
    },
  });
  await seal(place, submissionId, views, built);
  return { id, number, talentIds: views.map((view) => view.id) };
}

const ids = ({ programmeId, versionId }: BuiltProgramme) => ({ id: programmeId, versionId });

function viewOf({ name, idType, category, answers, sealed }: BuiltTalent, position: number): TalentView {
  const amountFen = standardFenOf(CONFIG, { category });
  return { id: newId(), position, name, idType, category, answers, sealed, amountFen, samePersonAs: null };
}

function draftOf(id: string, talents: readonly TalentView[]): DraftView {
  const draft: DraftView = {
    ...{ id, status: 'DRAFT', revision: 1, talents, attachments: [], firstSubmittedOn: null },
    answers: completeEnterpriseAnswers(),
    contact: null,
    acceptedInstructions: CONFIG.instructions.version,
  };
  const attachments = askedPapers(draft, CONFIG).map(({ requirement, talentId }) => ({
    ...{ id: newId(), requirementId: requirement.id, talentId, fileId: newId() },
    ...{ fileName: `${requirement.label}.jpg`, mediaType: 'image/jpeg', sizeBytes: 180_000 },
    uploadedAt: '2026-11-17T02:00:00.000Z',
  }));
  return { ...draft, attachments };
}

async function writeTalent({ db }: CasePlace, applicationId: string, view: TalentView, createdAt: Date): Promise<void> {
  const { id, position, name, idType, category, answers, amountFen } = view;
  await db.talent.create({
    data: { id, applicationId, position, name, idType, category, answers, amountFen, createdAt },
  });
}

async function seal(
  { db, vault }: CasePlace,
  rowId: string,
  views: readonly TalentView[],
  built: readonly BuiltTalent[],
): Promise<void> {
  const rows = views.flatMap((view, index) =>
    Object.entries(built[index]?.sealedClear ?? {}).map(([fieldId, clear]) => {
      const column = `${view.id}.${fieldId}`;
      const envelope = vault.seal({ table: 'submission', column, rowId }, clear);
      const masked = view.sealed[fieldId]?.masked ?? '';
      return { tableName: 'submission', columnName: column, rowId, envelope, blindIndex: view.id, masked };
    }),
  );
  await db.sealedValue.createMany({ data: rows });
}
