import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { openSealed } from '@/lib/db/sealed';
import { fileFor, type ReadableFile } from '@/lib/files/queries';
import { normaliseAnswer } from '@/lib/forms/rules/answers';
import type { SealedAnswer, SealedAnswers } from '@/lib/forms/rules/sealed-answers';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { Answers } from '@/lib/programme/rules/config';
import { REGISTRATION_SECTIONS } from './rules/registration-form';
import type { PaperCheck } from './rules/paper-check';
import { wrongOfCheck } from './rules/registration-papers';
import type { RegistrationStatus } from './rules/states';
import * as store from './registration-store';

export type RegistrationPaperView = {
  readonly kind: string;
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly check: PaperCheck | null;
  readonly uploadedAt: Date;
  /** Something was typed after this printed form was uploaded: it may say what no longer holds. */
  readonly isBeforeChange: boolean;
  /** Why it cannot be handed in; null where it can. */
  readonly wrong: string | null;
};

export type RegistrationView = {
  readonly id: string;
  readonly status: RegistrationStatus;
  readonly provider: string;
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly provenAt: Date;
  /** The proof still counts at `ctx.now`; handing in needs one that does. */
  readonly isProofFresh: boolean;
  readonly proofGoodUntil: Date;
  readonly typedUntil: Date;
  readonly submittedAt: Date | null;
  readonly doneAt: Date | null;
  readonly answers: Answers;
  readonly sealed: SealedAnswers;
  /** Field id → the day on which the legal-entity register gave it. */
  readonly fromRegister: Readonly<Record<string, string>>;
  readonly papers: readonly RegistrationPaperView[];
  readonly maskedMobile: string | null;
};

/** How the browser's own secret stands in the table: nothing can be read off it. */
export function browserKey(vault: Context['vault'], browser: string): string {
  return vault.blind('registration.browser_hash', browser);
}

/** The registration that this browser holds, or null; expired ones are not found. */
export async function registrationHere(ctx: Context, browser: string | null): Promise<RegistrationView | null> {
  if (!browser) return null;
  const row = await store.registrationOfBrowser(ctx.db, browserKey(ctx.vault, browser));
  if (!row || row.status === 'EXPIRED' || row.typedUntil < ctx.now) return null;
  authorise(ctx.actor, 'registration.hold', { isHolder: row.browserHash === browserKey(ctx.vault, browser) });
  return viewOf(ctx, row);
}

export async function viewOf(
  ctx: Pick<Context, 'db' | 'vault' | 'now'>,
  row: store.RegistrationRow,
): Promise<RegistrationView> {
  const answers = row.answers as Answers;
  const sealed = await sealedAnswers(ctx, row.id, answers);
  return {
    id: row.id,
    status: row.status,
    provider: row.provider,
    uscc: row.uscc,
    enterpriseName: row.enterpriseName,
    provenAt: row.provenAt,
    isProofFresh: row.proofGoodUntil > ctx.now,
    proofGoodUntil: row.proofGoodUntil,
    typedUntil: row.typedUntil,
    submittedAt: row.submittedAt,
    doneAt: row.doneAt,
    answers,
    sealed,
    fromRegister: row.fromRegister as Record<string, string>,
    papers: await papersOf(ctx, row),
    maskedMobile: sealed.administratorMobile?.masked ?? null,
  };
}

async function papersOf(ctx: Pick<Context, 'db'>, row: store.RegistrationRow): Promise<RegistrationPaperView[]> {
  const files = await store.filesById(
    ctx.db,
    row.papers.map(({ fileId }) => fileId),
  );
  return row.papers.flatMap(({ kind, fileId, check, checkState, paperVersion, createdAt }) => {
    const file = files.find(({ id }) => id === fileId);
    if (!file) return [];
    const { originalName: name, viewType, sizeBytes } = file;
    return [
      {
        ...{ kind, fileId, name, mediaType: viewType ?? file.mediaType, sizeBytes, uploadedAt: createdAt },
        check: check as PaperCheck | null,
        isBeforeChange: paperVersion !== null && row.typedAt !== null && row.typedAt > createdAt,
        wrong: wrongOfCheck(checkState),
      },
    ];
  });
}

/** Sealed answers as the page knows them: masked, with what is wrong of the clear value. */
async function sealedAnswers(
  ctx: Pick<Context, 'db' | 'vault' | 'now'>,
  registrationId: string,
  answers: Answers,
): Promise<SealedAnswers> {
  const masks = await store.sealedMasks(ctx.db, registrationId);
  const today = shanghaiDayOf(ctx.now);
  const found: Record<string, SealedAnswer> = {};
  for (const { fields } of REGISTRATION_SECTIONS)
    for (const field of fields.filter(({ id }) => masks[id] !== undefined)) {
      const clear = await openSealed(ctx, {
        table: store.SEALED_REGISTRATION,
        column: field.id,
        rowId: registrationId,
      });
      const idType = answers[fields.find(({ type }) => type === 'idType')?.id ?? ''];
      const read = normaliseAnswer(field, clear ?? '', { today, idType });
      found[field.id] = { masked: masks[field.id] ?? '', ok: read.ok ? true : read.refusal };
    }
  return found;
}

/** An uploaded file of the registration that this browser holds, or null. */
export async function registrationFile(
  ctx: Context,
  browser: string | null,
  fileId: string,
): Promise<ReadableFile | null> {
  const registration = await registrationHere(ctx, browser);
  if (!registration) return null;
  return fileFor(ctx, fileId, 'view', ({ uploadedBy }) => uploadedBy === registration.id);
}
