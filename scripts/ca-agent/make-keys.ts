import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  daysFrom,
  FIELD,
  type Hierarchy,
  issueLeaf,
  type Leaf,
  type LeafSpec,
  makeCrl,
  makeHierarchy,
} from '../../__tests__/builders/certificates/hierarchy';
import { textExtension } from '../../__tests__/builders/certificates/certificate';
import { CA_NAMES, CA_PROVIDERS, type CaProvider } from '../../lib/enterprise/rules/ca-provider';
import type { PinnedRoot } from '../../lib/enterprise/rules/ca-roots';
import { DEMO_KEYS, type DemoKey } from '../../prisma/seed/demo-keys';
import { keyFile } from './key-file';
import type { KeyCard } from './usb-ports';

/** What the portal must know of the demo's two CAs: which roots to pin, and which lists to fetch. */
export type MadeCa = {
  readonly madeAt: string;
  readonly roots: readonly PinnedRoot[];
  readonly lists: readonly { readonly provider: CaProvider; readonly name: string }[];
};

/** Made anew before the lists and the keys end. */
const GOOD_FOR_DAYS = 300;
const LISTS_LIVE_DAYS = 730;
const ALGORITHMS = ['RSA', 'SM2'] as const;

/** The demo's CAs, keys and lists below this folder, made when there are none or they grow old. */
export function demoCa(folder: string, now: Date): MadeCa {
  const file = join(folder, 'made.json');
  if (existsSync(file)) {
    const made = JSON.parse(readFileSync(file, 'utf8')) as MadeCa;
    if (now.getTime() - Date.parse(made.madeAt) < GOOD_FOR_DAYS * 86_400_000) return made;
  }
  rmSync(folder, { recursive: true, force: true });
  for (const part of ['keys/ports', 'keys/drawer', 'crl'])
    mkdirSync(join(folder, part), { recursive: true, mode: 0o700 });
  const made = makeAll(folder, now);
  writeFileSync(`${file}.new`, JSON.stringify(made, null, 2));
  renameSync(`${file}.new`, file);
  return made;
}

function makeAll(folder: string, now: Date): MadeCa {
  const roots: PinnedRoot[] = [];
  const lists: { provider: CaProvider; name: string }[] = [];
  for (const provider of CA_PROVIDERS) {
    for (const algorithm of ALGORITHMS) {
      const hierarchy = makeHierarchy(provider, algorithm, { now });
      const der = hierarchy.root.certificate.toString('base64');
      const sub = hierarchy.sub.certificate.toString('base64');
      roots.push({ provider, label: `${CA_NAMES[provider]}演示根证书（${algorithm}）`, der, role: 'root' });
      // The list of the authority below the root is checked when it is fetched, before any key was seen.
      roots.push({
        provider,
        label: `${CA_NAMES[provider]}演示签发证书（${algorithm}）`,
        der: sub,
        role: 'intermediate',
      });
      const keys = DEMO_KEYS.filter((key) => key.provider === provider && key.algorithm === algorithm);
      const revoked = keys.flatMap((key) => {
        const leaf = issueFor(key, hierarchy, now);
        writeKey(folder, key, hierarchy, leaf);
        return key.defect === 'revoked' ? [leaf.serial] : [];
      });
      const name = `${provider}-${algorithm}`.toLowerCase();
      const list = makeCrl(hierarchy, { revoked, nextUpdate: daysFrom(now, LISTS_LIVE_DAYS) });
      writeFileSync(join(folder, 'crl', `${name}.crl`), list);
      lists.push({ provider, name });
    }
  }
  return { madeAt: now.toISOString(), roots, lists };
}

function issueFor(key: DemoKey, hierarchy: Hierarchy, now: Date): Leaf {
  // An authority of the same name that nobody pinned.
  const issuer =
    key.defect === 'unknown-root' ? makeHierarchy(hierarchy.provider, hierarchy.algorithm, { now }) : hierarchy;
  return issueLeaf(issuer, { name: key.name, uscc: key.uscc, ...flawOf(key, now) });
}

function flawOf({ defect, algorithm }: DemoKey, now: Date): LeafSpec {
  const isSm2 = algorithm === 'SM2';
  switch (defect) {
    case 'expired':
      return { notBefore: daysFrom(now, -1000), notAfter: daysFrom(now, -40) };
    case 'no-uscc':
      return { fields: [textExtension(isSm2 ? FIELD.registrationSm2 : FIELD.registrationRsa, '320599000123456')] };
    case 'personal':
      // Not an ID number: that there is one at all makes the certificate a person's.
      return { fields: [textExtension(isSm2 ? FIELD.personSm2 : FIELD.personRsa, '000000000000000000')] };
    default:
      return {};
  }
}

function writeKey(folder: string, key: DemoKey, hierarchy: Hierarchy, leaf: Leaf): void {
  const notAfter = key.defect === 'expired' ? daysFrom(hierarchy.now, -40) : daysFrom(hierarchy.now, 1095);
  const card: KeyCard = {
    label: key.name,
    issuer: `${CA_NAMES[key.provider]}（演示，${key.algorithm}）`,
    provider: key.provider,
    algorithm: key.algorithm,
    notAfter: notAfter.toISOString(),
    pin: key.pin,
    serial: leaf.serial,
    issuerName: hierarchy.sub.subject.toString('base64'),
    note: key.note,
  };
  const isFirst = key.id === DEMO_KEYS[0]?.id;
  const place = join(folder, 'keys', isFirst ? 'ports' : 'drawer');
  writeFileSync(join(place, `${key.id}.pem`), keyFile(leaf), { mode: 0o600 });
  writeFileSync(join(place, `${key.id}.json`), JSON.stringify(card, null, 2), { mode: 0o600 });
}
