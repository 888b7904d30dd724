import 'server-only';
import { may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { changeById } from './change-store';
import { registrationHere } from './registration-queries';
import type { PaperSubjectKind } from './rules/paper-kinds';

/** What the asking browser carries beside its session: the value of its own cookie, or null. */
export type PaperAsker = { readonly browser: string | null };
export type MayReadPaper = (ctx: Context, subjectId: string, asker: PaperAsker) => Promise<boolean>;

const staff = (ctx: Context) => ctx.actor.kind === 'staff' && may(ctx.actor, 'enterprise.read');

/** Who may read the papers of a subject: one row per kind, each answered by whoever knows the subject. */
export const PAPER_READERS: Readonly<Record<PaperSubjectKind, MayReadPaper>> = {
  registration: async (ctx, subjectId, { browser }) =>
    staff(ctx) || (await registrationHere(ctx, browser))?.id === subjectId,
  changeRequest: async (ctx, subjectId) => {
    const row = await changeById(ctx.db, subjectId);
    return row !== null && may(ctx.actor, 'enterprise.read', row);
  },
};
