import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CA_NAMES, CA_PROVIDERS, type CaProvider } from '@/lib/enterprise/rules/ca-provider';
import type { PinnedRoot } from '@/lib/enterprise/rules/ca-roots';
import { textExtension } from './certificate';
import {
  type Algorithm,
  daysFrom,
  FIELD,
  type Hierarchy,
  inventedUscc,
  issueLeaf,
  type LeafSpec,
  makeCrl,
  makeHierarchy,
  readKeys,
} from './hierarchy';

const ALGORITHMS: readonly Algorithm[] = ['RSA', 'SM2'];
export const DEMO_PIN = '123456';

/** What a demo key is good, or no good, for. */
export type DemoDefect = 'none' | 'expired' | 'revoked' | 'no-uscc' | 'personal' | 'not-in-register';

export type DemoKey = {
  readonly id: string;
  readonly label: string;
  readonly provider: CaProvider;
  readonly algorithm: Algorithm;
  readonly defect: DemoDefect;
  readonly uscc: string | null;
  readonly enterpriseName: string;
  readonly pin: string;
  /** DER in base64. */
  readonly certificate: string;
  readonly chain: readonly string[];
  /** PKCS#8. `readKeys(algorithm, privateKey).sign(bytes)` signs. */
  readonly privateKey: string;
};

type Issuer = { readonly hierarchy: Hierarchy; readonly revoked: string[] };

export type DemoEnterprise = { readonly uscc: string; readonly name: string };

/** One enterprise per provider and algorithm, in this order; invented. */
export const DEMO_ENTERPRISES: readonly DemoEnterprise[] = [
  { uscc: inventedUscc(1), name: '苏州示例生物医药有限公司' },
  { uscc: inventedUscc(2), name: '苏州示例（园区）精密制造有限公司' },
  { uscc: inventedUscc(3), name: '示例云计算（苏州）有限公司' },
  { uscc: inventedUscc(4), name: '苏州示例新材料科技股份有限公司' },
];

/**
 * Writes a folder of demo keys: `keys/*.json` (DemoKey), `issuers/*.json` (to sign lists with), `crl/*.crl`, and
 * `roots.json`, the value of the setting `ca.roots`. Good keys for both CAs and both algorithms, and some that fail.
 */
export function writeDemoKeys(
  folder: string,
  given: { readonly now?: Date; readonly enterprises?: readonly DemoEnterprise[] } = {},
): { readonly roots: readonly PinnedRoot[]; readonly keys: readonly DemoKey[] } {
  for (const part of ['keys', 'issuers', 'crl']) mkdirSync(join(folder, part), { recursive: true, mode: 0o700 });
  const enterprises = given.enterprises ?? DEMO_ENTERPRISES;
  const roots: PinnedRoot[] = [];
  const keys: DemoKey[] = [];
  for (const provider of CA_PROVIDERS) {
    for (const algorithm of ALGORITHMS) {
      const issuer = {
        hierarchy: makeHierarchy(provider, algorithm, given.now ? { now: given.now } : {}),
        revoked: [],
      };
      const enterprise =
        enterprises[(CA_PROVIDERS.indexOf(provider) * 2 + ALGORITHMS.indexOf(algorithm)) % enterprises.length];
      if (!enterprise) throw new Error('demo keys need an enterprise');
      keys.push(...keysOf(issuer, enterprise));
      const { root, sub } = issuer.hierarchy;
      const label = `${CA_NAMES[provider]}演示根证书（${algorithm}）`;
      roots.push({ provider, label, der: root.certificate.toString('base64'), role: 'root' });
      // The list of the authority below the root is checked when it is fetched, before any key was seen.
      const der = sub.certificate.toString('base64');
      roots.push({ provider, label: `${CA_NAMES[provider]}演示签发证书（${algorithm}）`, der, role: 'intermediate' });
      const name = nameOf(provider, algorithm);
      const kept = {
        ...{ provider, algorithm, revoked: issuer.revoked, subject: sub.subject.toString('base64') },
        ...{ keyId: sub.keyId.toString('base64'), certificate: sub.certificate.toString('base64') },
        privateKey: sub.keys.pem,
      };
      writeJson(join(folder, 'issuers', `${name}.json`), kept);
    }
  }
  for (const key of keys) writeJson(join(folder, 'keys', `${key.id}.json`), key);
  writeJson(join(folder, 'roots.json'), roots);
  writeDemoCrls(folder, given.now ?? new Date());
  return { roots, keys };
}

/** Signs every revocation list of the folder anew; `days` is how long they are to hold. */
export function writeDemoCrls(folder: string, now: Date, days = 7): void {
  for (const file of readdirSync(join(folder, 'issuers'))) {
    const kept = JSON.parse(readFileSync(join(folder, 'issuers', file), 'utf8')) as KeptIssuer;
    writeFileSync(join(folder, 'crl', file.replace('.json', '.crl')), demoCrl(kept, now, days));
  }
}

type KeptIssuer = {
  readonly provider: CaProvider;
  readonly algorithm: Algorithm;
  readonly revoked: readonly string[];
  readonly subject: string;
  readonly keyId: string;
  readonly certificate: string;
  readonly privateKey: string;
};

function demoCrl(kept: KeptIssuer, now: Date, days: number): Buffer {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  const sub = {
    certificate: bytes(kept.certificate),
    keys: readKeys(kept.algorithm, kept.privateKey),
    subject: bytes(kept.subject),
    keyId: bytes(kept.keyId),
  };
  const hierarchy = { provider: kept.provider, algorithm: kept.algorithm, now, root: sub, sub };
  const number = Math.floor(now.getTime() / 1000) % 2 ** 31;
  return makeCrl(hierarchy, { revoked: kept.revoked, nextUpdate: daysFrom(now, days), number });
}

function keysOf(issuer: Issuer, enterprise: DemoEnterprise): DemoKey[] {
  const { provider, algorithm, now } = issuer.hierarchy;
  const good = { uscc: enterprise.uscc, name: enterprise.name };
  const other = { uscc: inventedUscc(90), name: '苏州示例未入库企业有限公司' };
  const person = textExtension(algorithm === 'SM2' ? FIELD.personSm2 : FIELD.personRsa, '320599199001010016');
  const kinds: [DemoDefect, string, LeafSpec][] = [['none', '可正常使用', good]];
  // One faulty key of every kind is enough to look at, on the algorithm that each CA issues today.
  if (algorithm === (provider === 'JIANGSU' ? 'SM2' : 'RSA')) {
    kinds.push(
      ['expired', '已过期', { ...good, notBefore: daysFrom(now, -800), notAfter: daysFrom(now, -70) }],
      ['revoked', '已吊销', good],
      ['no-uscc', '没有统一社会信用代码', { ...good, uscc: null }],
      ['personal', '个人证书', { ...good, uscc: null, name: '张三', fields: [person] }],
      ['not-in-register', '法人库中没有', other],
    );
  }
  return kinds.map(([defect, words, spec]) => {
    const leaf = issueLeaf(issuer.hierarchy, spec);
    if (defect === 'revoked') issuer.revoked.push(leaf.serial);
    return {
      id: `${nameOf(provider, algorithm)}-${defect === 'none' ? 'good' : defect}`,
      label: `${CA_NAMES[provider]} ${algorithm} ${words}`,
      provider,
      algorithm,
      defect,
      uscc: spec.uscc ?? null,
      enterpriseName: spec.name ?? '',
      pin: DEMO_PIN,
      certificate: leaf.certificate.toString('base64'),
      chain: leaf.chain.map((one) => one.toString('base64')),
      privateKey: leaf.keys.pem,
    };
  });
}

const nameOf = (provider: CaProvider, algorithm: Algorithm) => `${provider}-${algorithm}`.toLowerCase();

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
}
