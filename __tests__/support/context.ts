import { createHash, randomBytes } from 'node:crypto';
import type { Actor, EnterpriseActor, StaffActor, StaffRole } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { openDatabase, type DbClient } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import { openVault, type Vault } from '@/lib/db/vault';
import { eicarScanner } from '@/lib/drivers/scan/eicar';
import { tableRegister } from '@/lib/drivers/register/table';
import { refuse } from '@/lib/kernel/result';
import type { FileStore } from '@/lib/ports/file-store';
import type { Ports } from '@/lib/ports/ports';

const key = () => randomBytes(32).toString('base64');

/** A vault under fresh keys; one per suite, so that what one test seals another of the suite opens. */
export function testVault(): Vault {
  return openVault({ sealing: { k1: key() }, current: 'k1', blind: key() });
}

/** Files in memory, for commands whose files nobody looks at again. */
export function memoryFiles(): FileStore & { readonly kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    async put(name, bytes) {
      const standing = kept.get(name) ?? bytes;
      kept.set(name, standing);
      return { sizeBytes: standing.byteLength, sha256: createHash('sha256').update(standing).digest('hex') };
    },
    get: async (name) => kept.get(name) ?? null,
    async open(name, range) {
      const bytes = kept.get(name);
      if (!bytes) return null;
      const part = range ? bytes.subarray(range.from, range.to + 1) : bytes;
      return { sizeBytes: bytes.byteLength, body: new Blob([part as BlobPart]).stream() };
    },
    remove: async (name) => void kept.delete(name),
  };
}

const absent = (port: string) =>
  new Proxy({}, { get: () => () => Promise.reject(new Error(`no ${port} in this test`)) });

/** Ports of a test: files in memory; what a suite needs beside them it gives itself. */
export function testPorts(given: Partial<Ports> = {}): Ports {
  return {
    files: memoryFiles(),
    mail: absent('mail') as Ports['mail'],
    sms: absent('sms') as Ports['sms'],
    receipts: absent('receipt renderer') as Ports['receipts'],
    papers: absent('paper renderer') as Ports['papers'],
    letters: absent('letter renderer') as Ports['letters'],
    lists: absent('list renderer') as Ports['lists'],
    consents: absent('consent renderer') as Ports['consents'],
    photographs: absent('photograph inspector') as Ports['photographs'],
    pictures: absent('picture converter') as Ports['pictures'],
    scans: absent('paper inspector') as Ports['scans'],
    pages: { draw: async () => refuse({ code: 'pdf-broken' }) },
    malware: eicarScanner(),
    ca: absent('CA verifier') as Ports['ca'],
    crls: absent('CRL source') as Ports['crls'],
    register: absent('register') as Ports['register'],
    spreadsheets: absent('spreadsheet reader') as Ports['spreadsheets'],
    ...given,
  };
}

export type World = {
  readonly db: DbClient;
  readonly vault: Vault;
  readonly ports: Ports;
  /** A context for this actor at this instant. */
  as<A extends Actor>(actor: A, now?: Date): Context<A>;
  close(): Promise<void>;
};

/** What a suite over the real database stands on; `now` is a working Monday unless told otherwise. */
export function openWorld(connectionString: string, given: { ports?: Partial<Ports>; now?: Date } = {}): World {
  const db = openDatabase(connectionString, 24);
  const vault = testVault();
  const ports = testPorts({ register: tableRegister(db), ...given.ports });
  const standard = given.now ?? new Date('2026-11-23T02:00:00Z');
  const request = { id: newId(), address: '127.0.0.1', userAgent: 'test' };
  const secrets = { pageCode: key() };
  return {
    db,
    vault,
    ports,
    as: (actor, now = standard) => ({ db, actor, now, vault, ports, secrets, request }),
    close: () => db.$disconnect(),
  };
}

export function enterpriseActor(given: {
  id: string;
  enterpriseId: string;
  enterpriseName: string;
  uscc: string;
  role?: EnterpriseActor['role'];
}): EnterpriseActor {
  const role = given.role ?? 'SUPER';
  return {
    kind: 'enterprise',
    sessionId: newId(),
    username: role.toLowerCase(),
    displayName: '经办',
    frozen: false,
    ...given,
    role,
  };
}

export function staffActor(id: string, username: string, ...roles: StaffRole[]): StaffActor {
  return { kind: 'staff', id, sessionId: newId(), username, displayName: username, roles };
}
