import 'server-only';
import type { Context } from '@/lib/access/context';
import type { Db } from '@/lib/db/client';
import { normaliseAnswer } from '@/lib/forms/rules/answers';
import { isFromProfile } from '@/lib/forms/rules/prefill';
import type { SealedAnswers } from '@/lib/forms/rules/sealed-answers';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { Answers, ProgrammeConfig } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import type { AttachmentView, DraftView, TalentView } from './rules/draft';

/** The table name under which a talent's sealed answers stand; the column is the field's id, the row the talent's. */
export const SEALED_TALENT = 'talent';

export type SealedRow = { readonly clear: string; readonly masked: string; readonly hash: string };

/** A draft with what only the server may know of it. */
export type LoadedDraft = {
  readonly draft: DraftView;
  /** Talent id → field id → sealed answer in the clear. Never leaves the server. */
  readonly sealed: ReadonlyMap<string, Readonly<Record<string, SealedRow>>>;
  /** File id → SHA-256 of the bytes as they came. */
  readonly sha256: Readonly<Record<string, string>>;
};

type Talent = NonNullable<Awaited<ReturnType<Db['talent']['findFirst']>>>;
export type DraftRow = NonNullable<Awaited<ReturnType<typeof draftRow>>>;

export const draftRow = (db: Db, id: string) =>
  db.application.findUnique({ where: { id }, include: { programme: true, contact: true, enterprise: true } });

/** What is known of an enterprise before it types, by the keys that a programme's fields name. */
export function profileOf(enterprise: DraftRow['enterprise']): Readonly<Record<string, string | undefined>> {
  const texts = Object.entries(enterprise.profile as Record<string, unknown>).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { ...Object.fromEntries(texts), name: enterprise.name, uscc: enterprise.uscc };
}

/** Ids of the fields that are filled from what is known of the enterprise, and shown as text with their source. */
export function profileFields(
  config: Pick<ProgrammeConfig, 'enterprise'>,
  enterprise: DraftRow['enterprise'],
): string[] {
  const profile = profileOf(enterprise);
  return fieldsOf(config.enterprise)
    .filter((field) => isFromProfile(field, profile))
    .map(({ id }) => id);
}

export const enterpriseRow = (db: Db, id: string) => db.enterprise.findUniqueOrThrow({ where: { id } });

type Reading = Pick<Context, 'db' | 'vault' | 'now'>;

/** Everything that the wizard shows and a submission freezes, in the clerk's order. */
export async function loadDraft(ctx: Reading, row: DraftRow, config: ProgrammeConfig): Promise<LoadedDraft> {
  const rows = await ctx.db.talent.findMany({
    where: { applicationId: row.id, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const ids = rows.map((talent) => talent.id);
  // One after the other: inside a transaction there is one connection.
  const sealed = await sealedOf(ctx, ids);
  const files = await filesOf(ctx.db, row.id, ids);
  const firstOf = new Map<string, string>();
  const talents = rows.map((talent, index) => {
    const own = sealed.get(talent.id) ?? {};
    const samePersonAs = earlierEqual(talent.id, own.idNumber?.hash, firstOf);
    return talentView(talent, {
      position: index + 1,
      sealed: judged(own, talent.idType, config, ctx.now),
      samePersonAs,
    });
  });
  return {
    draft: {
      id: row.id,
      status: row.status,
      revision: row.revision,
      answers: row.answers as Answers,
      contact: contactView(row.contact),
      talents,
      attachments: files.map(({ view }) => view),
      acceptedInstructions: acceptedVersion(row.acceptedNotice),
      firstSubmittedOn: row.firstSubmittedAt && shanghaiDayOf(row.firstSubmittedAt),
    },
    sealed,
    sha256: Object.fromEntries(files.map(({ view, sha256 }) => [view.fileId, sha256])),
  };
}

const talentView = (
  { id, name, idType, category, answers, amountFen }: Talent,
  derived: Pick<TalentView, 'position' | 'sealed' | 'samePersonAs'>,
): TalentView => ({
  id,
  name,
  idType,
  category,
  answers: answers as Answers,
  amountFen: Number(amountFen),
  ...derived,
});

/** One talent as `loadDraft` shows it, without opening what is sealed of the others; null when there is none. */
export async function loadTalent(
  ctx: Reading,
  { id: applicationId }: Pick<DraftRow, 'id'>,
  talentId: string,
  config: ProgrammeConfig,
): Promise<TalentView | null> {
  const talent = await ctx.db.talent.findFirst({ where: { id: talentId, applicationId, removedAt: null } });
  if (!talent) return null;
  const inOrder = await ctx.db.talent.findMany({
    where: { applicationId, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  const position = inOrder.findIndex(({ id }) => id === talentId) + 1;
  const own = (await sealedOf(ctx, [talentId])).get(talentId) ?? {};
  const same = own.idNumber ? await talentsWith(ctx.db, own.idNumber.hash) : new Set();
  const first = inOrder.find(({ id }) => same.has(id))?.id ?? null;
  return talentView(talent, {
    position,
    sealed: judged(own, talent.idType, config, ctx.now),
    samePersonAs: first === talentId ? null : first,
  });
}

/** Every talent row of any application that has this ID number. */
async function talentsWith(db: Db, idHash: string): Promise<Set<string>> {
  const where = { tableName: SEALED_TALENT, columnName: 'idNumber', blindIndex: idHash };
  return new Set((await db.sealedValue.findMany({ where, select: { rowId: true } })).map(({ rowId }) => rowId));
}

/** Sealed answers of several talents, opened. */
export async function sealedOf(
  { db, vault }: Pick<Reading, 'db' | 'vault'>,
  talentIds: readonly string[],
): Promise<Map<string, Record<string, SealedRow>>> {
  const rows = await db.sealedValue.findMany({ where: { tableName: SEALED_TALENT, rowId: { in: [...talentIds] } } });
  const found = new Map<string, Record<string, SealedRow>>();
  for (const { rowId, columnName, envelope, masked, blindIndex } of rows) {
    const clear = vault.open({ table: SEALED_TALENT, column: columnName, rowId }, envelope);
    found.set(rowId, { ...found.get(rowId), [columnName]: { clear, masked, hash: blindIndex } });
  }
  return found;
}

/** Of each sealed answer its mask and whether it is right, which is worked out anew: it depends on the day. */
function judged(
  own: Readonly<Record<string, SealedRow>>,
  idType: string,
  config: ProgrammeConfig,
  now: Date,
): SealedAnswers {
  const context = { today: shanghaiDayOf(now), idType };
  return Object.fromEntries(
    fieldsOf(config.entry).flatMap((field) => {
      const row = own[field.id];
      if (!row) return [];
      const read = normaliseAnswer(field, row.clear, context);
      return [[field.id, { masked: row.masked, ok: read.ok || read.refusal }]];
    }),
  );
}

/** Notes who has which number first; one pass, since a list may hold 500. */
function earlierEqual(id: string, hash: string | undefined, firstOf: Map<string, string>): string | null {
  if (hash === undefined) return null;
  const first = firstOf.get(hash);
  if (first === undefined) firstOf.set(hash, id);
  return first ?? null;
}

async function filesOf(
  db: Db,
  applicationId: string,
  talentIds: readonly string[],
): Promise<{ view: AttachmentView; sha256: string }[]> {
  const rows = await db.attachment.findMany({
    where: {
      applicationId,
      removedAt: null,
      OR: [{ talentId: null }, { talentId: { in: [...talentIds] } }],
      // What a scanner reported does not count as handed in; the page of the papers says so.
      file: { scanState: { not: 'INFECTED' } },
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: { file: true },
  });
  return rows.map(({ file, ...row }) => ({
    sha256: file.sha256,
    view: {
      id: row.id,
      requirementId: row.requirementId,
      talentId: row.talentId,
      fileId: row.fileId,
      fileName: file.originalName,
      mediaType: file.mediaType,
      sizeBytes: file.sizeBytes,
      uploadedAt: row.createdAt.toISOString(),
    },
  }));
}

function contactView(row: DraftRow['contact']): DraftView['contact'] {
  if (!row) return null;
  const { id, name, maskedMobile, maskedEmail } = row;
  return { id, name, maskedMobile, maskedEmail };
}

/** `accepted_notice` holds { version, at }. */
export function acceptedVersion(json: unknown): string | null {
  const version = (json as { version?: unknown } | null)?.version;
  return typeof version === 'string' ? version : null;
}
