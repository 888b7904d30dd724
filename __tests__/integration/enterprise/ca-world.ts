import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PUBLIC, type Actor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { crlAddresses, httpCrls } from '@/lib/drivers/ca/http-crls';
import { softwareVerifier } from '@/lib/drivers/ca/software-verifier';
import { beginProof } from '@/lib/enterprise/commands/begin-proof';
import { refreshCrls } from '@/lib/enterprise/commands/refresh-crls';
import { takeProof } from '@/lib/enterprise/commands/take-proof';
import { CA_ROOTS_SETTING, type CaProvider, type ProofPurpose } from '@/lib/enterprise/rules/ca-provider';
import {
  type Algorithm,
  type Hierarchy,
  type Leaf,
  makeCrl,
  makeHierarchy,
} from '../../builders/certificates/hierarchy';
import { openWorld, type World } from '../../support/context';
import { freshDatabase } from '../../support/database';

export const NOW = new Date('2026-11-23T02:00:00Z');
export const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
export const ORIGIN = 'https://example.com';
export const BROWSER = 'browser-one-browser-one-browser-one-browser';

export type CaWorld = World & {
  readonly hierarchy: Hierarchy;
  /** What the CA's address gives next; null is an error of its server. */
  serve(list: Buffer | null): void;
  readonly listUrl: string;
  visitor(given?: { at?: Date; address?: string; actor?: Actor }): Context;
  begin(given?: Partial<Parameters<typeof beginProof>[1]> & { at?: Date }): Promise<Begun>;
  answer(begun: Begun, leaf: Leaf, given?: Given): ReturnType<typeof takeProof>;
  drop(): Promise<void>;
};
export type Begun = { readonly challengeId: string; readonly challenge: string; readonly expiresAt: Date };
type Given = { at?: Date; browser?: string; origin?: string; challenge?: Uint8Array; signature?: Buffer };

/** A database that trusts one CA, whose list comes from a server of this test. */
export async function caWorld(provider: CaProvider = 'JIANGSU', algorithm: Algorithm = 'SM2'): Promise<CaWorld> {
  const hierarchy = makeHierarchy(provider, algorithm, { now: NOW });
  let list: Buffer | null = makeCrl(hierarchy);
  const server = createServer((_, response) => {
    response.statusCode = list ? 200 : 503;
    response.end(list ?? 'out of order');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const listUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list.crl`;
  const database = await freshDatabase();
  const verifier = softwareVerifier({ takesTestRoots: true });
  const world = openWorld(database.connectionString, {
    now: NOW,
    ports: { ca: { JIANGSU: verifier, SUZHOU: verifier }, crls: httpCrls(crlAddresses(`${provider}=${listUrl}`)) },
  });
  const pinned = (der: Buffer, role: string) => ({ provider, label: role, role, der: der.toString('base64') });
  const value = [pinned(hierarchy.root.certificate, 'root'), pinned(hierarchy.sub.certificate, 'intermediate')];
  await world.db.setting.create({ data: { key: CA_ROOTS_SETTING, value, updatedAt: NOW } });
  const visitor: CaWorld['visitor'] = ({ at = NOW, address = '203.0.113.7', actor = PUBLIC } = {}) => ({
    ...world.as(actor, at),
    request: { id: newId(), address, userAgent: 'test' },
  });
  await refreshCrls(visitor({ actor: { kind: 'system', job: 'ca-crls' } }));
  return {
    ...world,
    hierarchy,
    listUrl,
    serve: (next) => {
      list = next;
    },
    visitor,
    begin: async ({ at, ...given } = {}) => {
      const input = { provider, purpose: 'registration' as ProofPurpose, browser: BROWSER, origin: ORIGIN, ...given };
      const begun = await beginProof(visitor({ at }), input);
      if (!begun.ok) throw new Error(begun.refusal.code);
      return begun.value;
    },
    answer: (begun, leaf, given = {}) => {
      const challenge = given.challenge ?? Buffer.from(begun.challenge, 'base64');
      return takeProof(visitor({ at: given.at }), {
        challengeId: begun.challengeId,
        browser: given.browser ?? BROWSER,
        origin: given.origin ?? ORIGIN,
        certificate: leaf.certificate.toString('base64'),
        chain: leaf.chain.map((one) => one.toString('base64')),
        signature: (given.signature ?? leaf.keys.sign(challenge)).toString('base64'),
        format: 'raw',
      });
    },
    drop: async () => {
      await world.close();
      await closed(server);
      await database.drop();
    },
  };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}
