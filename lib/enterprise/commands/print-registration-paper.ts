import 'server-only';
import type { Context } from '@/lib/access/context';
import { openSealed } from '@/lib/db/sealed';
import { refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { Answers } from '@/lib/programme/rules/config';
import type { PaperRefusal } from '../rules/paper-refusals';
import { missingOf } from '../rules/registration-missing';
import { REGISTRATION_PAPER_MODELS, type PrintedAnswers, type PrintedKind } from '../rules/registration-paper-model';
import type { RegistrationRefusal } from '../rules/registration-refusals';
import { viewOf } from '../registration-queries';
import { SEALED_REGISTRATION, sealedMasks, type RegistrationRow } from '../registration-store';
import { heldRegistration } from './held-registration';
import { issuePaper, type IssuedVersion } from './issue-paper';

/**
 * 下载PDF打印 of one paper of the registration. Everything typed must be there and right, since all of it is printed;
 * what was printed before stands unless something was changed.
 */
export async function printRegistrationPaper(
  ctx: Context,
  { browser, kind }: { readonly browser: string; readonly kind: PrintedKind },
): Promise<Result<IssuedVersion, RegistrationRefusal | PaperRefusal>> {
  const held = await heldRegistration(ctx, browser);
  if (!held.ok) return held;
  if (held.value.status !== 'PROVEN') return refuse({ code: 'registration-closed' });
  const typed = { ...(await viewOf(ctx, held.value)), papers: [] };
  const missing = missingOf(typed, shanghaiDayOf(ctx.now)).filter(({ step }) => step !== 'materials');
  if (missing.length > 0) return refuse({ code: 'registration-incomplete', missing });
  return issueRegistrationPaper(ctx, held.value, kind);
}

/** The version that stands for what is typed now. */
export async function issueRegistrationPaper(ctx: Context, row: RegistrationRow, kind: PrintedKind) {
  const model = REGISTRATION_PAPER_MODELS[kind](await printedAnswers(ctx, row));
  return issuePaper(ctx, { subjectKind: 'registration', subjectId: row.id, kind, model });
}

async function printedAnswers(ctx: Context, row: RegistrationRow): Promise<PrintedAnswers> {
  const clear = async (column: string) =>
    (await openSealed(ctx, { table: SEALED_REGISTRATION, column, rowId: row.id })) ?? '';
  const masks = await sealedMasks(ctx.db, row.id);
  return {
    enterpriseName: row.enterpriseName,
    uscc: row.uscc,
    answers: row.answers as Answers,
    mobile: await clear('administratorMobile'),
    email: await clear('administratorEmail'),
    maskedIds: {
      administrator: masks.administratorIdNumber ?? '',
      legalRepresentative: masks.legalRepresentativeIdNumber ?? '',
    },
  };
}
