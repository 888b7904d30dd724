import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { versionById } from '@/lib/programme/queries';
import { loadDraft } from './draft-store';
import { newerVersionOf } from './newer-version';
import { ownRow } from './queries';
import { versionOffer, type VersionOffer } from './rules/version-offer';

export type OfferView = VersionOffer & {
  readonly applicationId: string;
  readonly programmeName: string;
  readonly versionId: string;
  readonly number: number;
};

/** What the newer version changes for this draft, for the decision to take it over. Denied for anybody else's. */
export async function offerFor(ctx: Context<EnterpriseActor>, id: string): Promise<OfferView | null> {
  const row = await ownRow(ctx, id);
  const newer = await newerVersionOf(ctx, row);
  if (!newer || !may(ctx.actor, 'application.edit', row)) return null;
  const [before, after] = [await versionById(ctx, row.programmeVersionId), await versionById(ctx, newer.versionId)];
  const { draft } = await loadDraft(ctx, row, before.config);
  return {
    ...versionOffer(draft, before.config, after.config),
    ...newer,
    applicationId: id,
    programmeName: row.programme.name,
  };
}
