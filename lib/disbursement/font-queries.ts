import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { codePointOf } from './rules/paper-font';

/** A character for which a receipt could not be printed. */
export type MissingLine = {
  readonly disbursementId: string;
  readonly character: string;
  readonly codePoint: string;
  readonly caseNumber: string;
  readonly enterprise: string;
  readonly since: Date;
};

export type FontLine = {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly characters: number;
  readonly brought: readonly string[];
  readonly sizeBytes: number;
  readonly addedBy: string;
  readonly addedAt: Date;
};

/** 打印字体: what is waited for, the longest first, and the fonts that were added. */
export async function paperFonts(
  ctx: Context<StaffActor>,
): Promise<{ missing: readonly MissingLine[]; fonts: readonly FontLine[] }> {
  authorise(ctx.actor, 'font.manage');
  const of = { select: { application: { select: { number: true } }, enterprise: { select: { name: true } } } };
  const [missing, fonts] = await Promise.all([
    ctx.db.missingCharacter.findMany({
      where: { resolvedAt: null },
      orderBy: [{ since: 'asc' }, { disbursementId: 'asc' }, { character: 'asc' }],
      take: 500,
      include: { disbursement: of },
    }),
    ctx.db.paperFont.findMany({ orderBy: { addedAt: 'desc' } }),
  ]);
  const ids = [...new Set(fonts.map(({ addedById }) => addedById))];
  const people = await ctx.db.staffUser.findMany({
    where: { id: { in: ids } },
    select: { id: true, displayName: true },
  });
  const nameOf = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return {
    missing: missing.map(({ disbursementId, character, since, disbursement }) => ({
      ...{ disbursementId, character, since, codePoint: codePointOf(character) },
      caseNumber: disbursement.application.number ?? '',
      enterprise: disbursement.enterprise.name,
    })),
    fonts: fonts.map(({ addedById, fileKey: _fileKey, sha256: _sha256, ...font }) => ({
      ...font,
      addedBy: nameOf.get(addedById) ?? '',
    })),
  };
}
