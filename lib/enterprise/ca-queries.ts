import 'server-only';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { caChanges, crlStates, settingRow } from './ca-store';
import { readCertificate } from './reading/certificate';
import { fingerprintOf } from './reading/fingerprint';
import { fieldTableOf, type FieldTable } from './rules/ca-fields';
import { CA_PROVIDERS, CA_ROOTS_SETTING, caFieldsSetting, isTestRoot, type CaProvider } from './rules/ca-provider';
import { rootsSchema, type PinnedRoot } from './rules/ca-roots';
import { nameInWords } from './rules/ca-view';
import { CA_WINDOW_SETTING, caWindowSchema, DEFAULT_CA_WINDOW, type CaWindow } from './rules/ca-window';
import { CRL_FAULT_WORDS, crlFreshness, type CrlFault, type CrlFreshness } from './rules/crl-freshness';

const CHANGES_SHOWN = 5;

/** A pinned certificate as an administrator compares it with what the CA told; without dates it could not be read. */
export type RootView = {
  readonly label: string;
  readonly role: 'root' | 'intermediate';
  readonly subject: string;
  readonly algorithm: string;
  readonly fingerprint: string;
  readonly notBefore: Date | null;
  readonly notAfter: Date | null;
  readonly isTest: boolean;
  readonly state: 'good' | 'ends-soon' | 'over' | 'unreadable';
};

export type CrlRowView = {
  readonly address: string;
  readonly freshness: CrlFreshness;
  readonly issuer: string | null;
  readonly entries: number | null;
  readonly thisUpdate: Date | null;
  readonly nextUpdate: Date | null;
  readonly triedAt: Date | null;
  readonly fault: string | null;
};

export type ChangeView = {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly word: string;
  readonly reason: string;
};

export type CaProviderView = {
  readonly provider: CaProvider;
  readonly roots: readonly RootView[];
  readonly lists: readonly CrlRowView[];
  readonly fields: FieldTable;
  /** When the table was last changed, or null while it is the product's own. */
  readonly fieldsAt: string | null;
  readonly changes: readonly ChangeView[];
};

/** Everything by which keys are judged, for the administrator who answers for it. */
export async function caOverview(
  ctx: Context,
): Promise<{ readonly providers: readonly CaProviderView[]; readonly window: CaWindow }> {
  authorise(ctx.actor, 'ca.manage');
  const [roots, lists, window] = await Promise.all([
    settingRow(ctx.db, CA_ROOTS_SETTING),
    crlStates(ctx.db),
    settingRow(ctx.db, CA_WINDOW_SETTING),
  ]);
  const pinned = rootsSchema.safeParse(roots?.value ?? []);
  const readWindow = caWindowSchema.safeParse(window?.value ?? null);
  const providers = CA_PROVIDERS.map(async (provider): Promise<CaProviderView> => {
    const [row, changes] = await Promise.all([
      settingRow(ctx.db, caFieldsSetting(provider)),
      caChanges(ctx.db, provider, CHANGES_SHOWN),
    ]);
    return {
      provider,
      roots: (pinned.data ?? []).filter((one) => one.provider === provider).map((one) => rootView(one, ctx.now)),
      lists: ctx.ports.crls.addresses
        .filter((one) => one.provider === provider)
        .map(({ url }) =>
          crlView(
            url,
            lists.find(({ address }) => address === url),
            ctx.now,
          ),
        ),
      fields: fieldTableOf(provider, row?.value ?? null),
      fieldsAt: row?.updatedAt.toISOString() ?? null,
      changes: changes.map(({ id, at, actorLabel, word, detail }) => ({
        ...{ id, at, word, by: actorLabel },
        reason: String((detail as { reason?: unknown } | null)?.reason ?? ''),
      })),
    };
  });
  return {
    providers: await Promise.all(providers),
    window: readWindow.success ? readWindow.data : DEFAULT_CA_WINDOW,
  };
}

const ENDS_SOON_MS = 90 * 24 * 60 * 60 * 1000;

function rootView({ label, role, der }: PinnedRoot, now: Date): RootView {
  const bytes = Buffer.from(der, 'base64');
  const read = readCertificate(bytes);
  const basics = { label, role, fingerprint: fingerprintOf(bytes) };
  if (!read.ok) {
    const nothing = { subject: '', algorithm: '', notBefore: null, notAfter: null, isTest: false };
    return { ...basics, ...nothing, state: 'unreadable' };
  }
  const { subject, key, notBefore, notAfter, subjectKeyId } = read.value;
  const left = notAfter.getTime() - now.getTime();
  return {
    ...basics,
    subject: nameInWords(subject),
    algorithm: key.kind === 'RSA' ? `RSA ${key.bits}` : key.kind,
    notBefore,
    notAfter,
    isTest: isTestRoot(subjectKeyId),
    state: left < 0 || now < notBefore ? 'over' : left < ENDS_SOON_MS ? 'ends-soon' : 'good',
  };
}

type State = Awaited<ReturnType<typeof crlStates>>[number];

function crlView(address: string, state: State | undefined, now: Date): CrlRowView {
  if (!state) {
    const nothing = { issuer: null, entries: null, thisUpdate: null, nextUpdate: null, triedAt: null, fault: null };
    return { address, freshness: 'missing', ...nothing };
  }
  const { issuer, entries, thisUpdate, nextUpdate, triedAt, fault } = state;
  const words = fault && (CRL_FAULT_WORDS[fault as CrlFault] ?? fault);
  return {
    address,
    freshness: crlFreshness(state, now),
    issuer,
    entries,
    thisUpdate,
    nextUpdate,
    triedAt,
    fault: words,
  };
}
