import 'server-only';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { inTransaction } from '@/lib/db/transact';
import { crlState, keepCrl, keepCrlFault } from '../ca-store';
import type { CaProvider } from '../rules/ca-provider';
import { isCrlDue, isCrlWanted, type CrlFault } from '../rules/crl-freshness';
import { anchorsOf } from './ca-anchors';
import { hashOf } from './ca-challenge-bytes';

type Address = { readonly provider: CaProvider; readonly url: string };

/**
 * Fetches the revocation lists that are due, from configured addresses only, and keeps those that a pinned certificate
 * signed. A list that cannot be had or is no good leaves the one before in its place until that is over. Answers how
 * many came in. `all` asks for every list at once, as an administrator may.
 */
export async function refreshCrls(ctx: Context, input: { all?: boolean } = {}): Promise<number> {
  authorise(ctx.actor, may(ctx.actor, 'jobs.run') ? 'jobs.run' : 'ca.manage');
  let kept = 0;
  for (const address of ctx.ports.crls.addresses) {
    const state = await crlState(ctx.db, address.url);
    if (!input.all && state && !isCrlDue(state, ctx.now)) continue;
    if (!(await refreshFrom(ctx, address, state))) kept += 1;
  }
  return kept;
}

/** How long whoever shows a key waits for a list that is not there. */
const PATIENCE_MS = 5000;
/** One fetch of an address at a time, however many keys are shown. */
const underWay = new Map<string, Promise<unknown>>();

/**
 * For a key that is being shown: fetches what this provider has no good list of, unless that was tried just now. Waits
 * no longer than a person does; what comes later is there for the next one.
 */
export async function fetchMissingCrls(ctx: Context, provider: CaProvider): Promise<void> {
  for (const address of ctx.ports.crls.addresses.filter((one) => one.provider === provider)) {
    const state = await crlState(ctx.db, address.url);
    if (state && !isCrlWanted(state, ctx.now)) continue;
    const fetching =
      underWay.get(address.url) ?? refreshFrom(ctx, address, state).finally(() => underWay.delete(address.url));
    underWay.set(address.url, fetching);
    await Promise.race([fetching, waited(PATIENCE_MS)]);
  }
}

const waited = (ms: number) => new Promise((done) => setTimeout(done, ms).unref());

type Before = { readonly thisUpdate: Date | null; readonly fault: string | null } | null;

async function refreshFrom(ctx: Context, address: Address, before: Before): Promise<CrlFault | null> {
  const fault = await refreshOne(ctx, address, before?.thisUpdate ?? null);
  // One row when it begins to fail and one when it works again, not one a minute.
  if ((before?.fault ?? null) !== fault) await tellChange(ctx, address, fault);
  return fault;
}

async function refreshOne(ctx: Context, { provider, url }: Address, before: Date | null): Promise<CrlFault | null> {
  const fetched = await ctx.ports.crls.fetch(url);
  const read = fetched.ok
    ? await ctx.ports.ca[provider].readList({ der: fetched.value, anchors: await anchorsOf(ctx, provider) })
    : fetched;
  // An older list might leave out a key that was revoked since.
  const fault = !read.ok ? read.refusal : before && read.value.thisUpdate < before ? 'older' : null;
  if (fault || !fetched.ok || !read.ok) {
    await keepCrlFault(ctx.db, { address: url, provider, fault: fault ?? 'unreachable', triedAt: ctx.now });
    return fault ?? 'unreachable';
  }
  await keepCrl(ctx.db, {
    address: url,
    provider,
    der: Buffer.from(fetched.value),
    sha256: hashOf(fetched.value),
    ...read.value,
    fetchedAt: ctx.now,
    triedAt: ctx.now,
    fault: null,
  });
  return null;
}

async function tellChange(ctx: Context, { provider, url }: Address, fault: CrlFault | null): Promise<void> {
  await inTransaction(ctx, (tx) =>
    writeAudit(tx, {
      action: 'ca.crl',
      word: fault ? '吊销名单更新失败' : '吊销名单更新正常',
      subjectKind: 'caCrl',
      subjectId: hashOf(url).slice(0, 32),
      detail: { provider, address: url, fault },
    }),
  );
}
