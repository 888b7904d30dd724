import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { maskedOf, openSealed } from '@/lib/db/sealed';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { refuse, type Result } from '@/lib/kernel/result';
import { parseShanghaiDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { administratorName, type ChangeRow } from '../change-store';
import { changeAsTyped } from '../change-queries';
import { CHANGE_FIELDS, CHANGE_PAPERS } from '../rules/change-form';
import { changeMissing } from '../rules/change-missing';
import type { ChangeRefusal } from '../rules/change-refusals';
import type { PaperCheck } from '../rules/paper-check';
import type { PaperRefusal } from '../rules/paper-refusals';
import { editableChange } from './change-at';
import { checkPaper } from './check-paper';
import { issuePaper, type IssuedVersion } from './issue-paper';

type Refusal = ChangeRefusal | PaperRefusal | CommonRefusal;
const KIND = 'authorisation-letter';

/** 下载PDF打印 of the 授权委托书: everything typed must be there and right, since all of it is printed. */
export async function printLetter(
  ctx: Context<EnterpriseActor>,
  input: { readonly id: string },
): Promise<Result<IssuedVersion, Refusal>> {
  const found = await editableChange(ctx, input.id);
  return found.ok ? issueLetter(ctx, found.value) : found;
}

/**
 * What an uploaded letter is. The version that what is typed calls for is issued first, so that a copy printed before a
 * change is an old one even where nobody has printed anew.
 */
export async function checkLetter(
  ctx: Context,
  row: ChangeRow,
  bytes: Uint8Array,
): Promise<Result<PaperCheck, Refusal>> {
  const issued = await issueLetter(ctx, row);
  if (!issued.ok) return issued;
  return checkPaper(ctx, { subjectKind: 'changeRequest', subjectId: row.id, kind: KIND, bytes });
}

async function issueLetter(ctx: Context, row: ChangeRow): Promise<Result<IssuedVersion, Refusal>> {
  const typed = await changeAsTyped(ctx, row);
  const papers = new Set<string>(CHANGE_PAPERS[row.kind].map(({ kind }) => kind));
  const missing = changeMissing(typed, shanghaiDayOf(ctx.now)).filter(({ id }) => !papers.has(id));
  if (missing.length > 0) return refuse({ code: 'change-incomplete', missing });
  const administrator = await administratorOf(ctx, row);
  if (!administrator) return refuse({ code: 'paper-incomplete', kind: KIND, fields: ['administrator'] });
  const { name, uscc } = row.enterprise;
  const legalRepresentative = typed.registered.legalRepresentative ?? '';
  const former = await administratorName(ctx.db, row.enterpriseId);
  const model = {
    enterprise: { name, uscc, legalRepresentative },
    administrator,
    formerAdministrator: former && former !== administrator.name ? former : null,
  };
  return issuePaper(ctx, { subjectKind: 'changeRequest', subjectId: row.id, kind: KIND, model });
}

async function administratorOf(ctx: Context, row: ChangeRow) {
  const answers = row.fields as Record<string, string>;
  const sealed = async (column: string) =>
    (await openSealed(ctx, { table: 'change_request', column, rowId: row.id })) ?? '';
  const masked = (await maskedOf(ctx.db, 'change_request', [row.id])).get(row.id) ?? {};
  const shown = (id: string) => {
    const field = CHANGE_FIELDS.ADMINISTRATOR.find((one) => one.id === id);
    return field ? displayAnswer(field, answers[id]) : '';
  };
  const from = parseShanghaiDay(answers.authorisedFrom ?? '');
  const to = parseShanghaiDay(answers.authorisedTo ?? '');
  if (!from.ok || !to.ok) return null;
  return {
    name: shown('administratorName'),
    idType: shown('administratorIdType'),
    maskedIdNumber: masked.administratorIdNumber ?? '',
    mobile: await sealed('administratorMobile'),
    email: await sealed('administratorEmail'),
    department: shown('administratorDepartment'),
    position: shown('administratorPosition'),
    authorisedFrom: from.value,
    authorisedTo: to.value,
  };
}
