import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { PUBLIC, type PublicActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { workerRenderer } from '@/lib/drivers/pdf/worker-renderer';
import { workerInspector } from '@/lib/drivers/vision/worker-inspector';
import { attachRegistrationPaper } from '@/lib/enterprise/commands/attach-registration-paper';
import { openRegistration } from '@/lib/enterprise/commands/open-registration';
import { printRegistrationPaper } from '@/lib/enterprise/commands/print-registration-paper';
import { saveRegistration } from '@/lib/enterprise/commands/save-registration';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { REGISTRATION_PAPERS } from '@/lib/enterprise/rules/registration-form';
import { isPrintedKind, type PrintedKind } from '@/lib/enterprise/rules/registration-paper-model';
import { receiptFonts } from '@/lib/runtime/compose-ports';
import { inventedUscc } from '../../builders/invented-uscc';
import { paperPicture } from '../../builders/paper-picture';
import { registrationAnswers } from '../../builders/registration';
import { openWorld, type World } from '../../support/context';
import { freshDatabase } from '../../support/database';

export const NOW = new Date('2026-11-23T02:00:00Z');
export const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

export type Firm = { readonly uscc: string; readonly name: string; readonly keyId: string };

export type RegistrationWorld = World & {
  visitor(now?: Date): Context<PublicActor>;
  /** An enterprise that the register knows and the portal does not, with a key of its own. */
  aFirm(): Promise<Firm>;
  /** A fresh browser, named by its cookie. */
  aBrowser(): string;
  /** What a key has just proven in this browser. */
  aProof(firm: Firm, browser: string, at?: Date): Promise<string>;
  /** A registration with everything typed and uploaded, ready to be handed in. */
  aWholeOne(given?: { firm?: Firm; browser?: string }): Promise<{ firm: Firm; browser: string; id: string }>;
  /** The form as it is printed now, as bytes of a PDF. */
  printed(browser: string, kind: PrintedKind): Promise<Uint8Array>;
  /** Makes the database refuse this enterprise, until the answer is called. */
  breakInsert(uscc: string): Promise<() => Promise<void>>;
  drop(): Promise<void>;
};

let serial = 300;

/** The world in which firms register: the real database, no one signed in. */
export async function registrationWorld(): Promise<RegistrationWorld> {
  const database = await freshDatabase();
  const world = openWorld(database.connectionString);
  const workers = join(process.cwd(), '.cache', 'workers');
  const secret = Buffer.from(world.as(PUBLIC).secrets.pageCode, 'base64');
  const printing = workerRenderer({ workerPath: join(workers, 'receipt-worker.mjs'), secret, fonts: receiptFonts() });
  const looking = workerInspector({ workerPath: join(workers, 'vision-worker.mjs') });
  Object.assign(world.ports, { papers: printing.papers, scans: looking.scans });
  const visitor = (now = NOW) => world.as(PUBLIC, now);
  const aBrowser = () => randomBytes(32).toString('base64url');

  async function aFirm(): Promise<Firm> {
    serial += 1;
    const firm = { uscc: inventedUscc(serial), name: `苏州示例第${serial}号精密仪器（中国）有限公司` };
    await world.db.legalEntity.create({
      data: {
        ...firm,
        normalisedName: normaliseEnterpriseName(firm.name),
        type: '有限责任公司',
        legalRepresentative: '郑知远',
        status: '存续',
        asOf: '2026-11-02',
        updatedAt: NOW,
      },
    });
    return { ...firm, keyId: hashed(firm.uscc) };
  }

  async function aProof(firm: Firm, browser: string, at = NOW): Promise<string> {
    const of = { provider: 'JIANGSU' as const, purpose: 'registration', browserHash: hashed(browser) };
    const challengeId = newId();
    const expiresAt = new Date(at.getTime() + 120_000);
    await world.db.caChallenge.create({
      data: {
        id: challengeId,
        ...of,
        origin: 'http://localhost',
        digest: hashed(challengeId),
        createdAt: at,
        expiresAt,
        usedAt: at,
      },
    });
    const id = newId();
    await world.db.caProof.create({
      data: {
        ...{ id, challengeId, ...of, uscc: firm.uscc, enterpriseName: firm.name, algorithm: 'SM2', keyId: firm.keyId },
        ...{ certificateSha256: hashed(firm.keyId), certificateNotAfter: new Date('2028-01-01T00:00:00Z') },
        ...{ provenAt: at, goodUntil: new Date(at.getTime() + 30 * 60_000) },
      },
    });
    return id;
  }

  async function aWholeOne(given: { firm?: Firm; browser?: string } = {}) {
    const [firm, browser] = [given.firm ?? (await aFirm()), given.browser ?? aBrowser()];
    const opened = await openRegistration(visitor(), { proofId: await aProof(firm, browser), browser });
    if (!opened.ok) throw new Error(`not opened: ${opened.refusal.code}`);
    const changes = Object.entries(registrationAnswers(serial)).map(([fieldId, value]) => ({ fieldId, value }));
    await saveRegistration(visitor(), { browser, changes });
    for (const { kind, label } of REGISTRATION_PAPERS) {
      if (isPrintedKind(kind)) await printed(browser, kind);
      const bytes = paperPicture({ title: label, lines: ['示例'], serial: 1 });
      const attached = await attachRegistrationPaper(
        visitor(),
        { browser, kind, name: `${label}.jpg` },
        streamOf(bytes),
      );
      if (!attached.ok) throw new Error(`not attached: ${attached.refusal.code}`);
    }
    return { firm, browser, id: opened.value.registrationId };
  }

  async function printed(browser: string, kind: PrintedKind) {
    const issued = await printRegistrationPaper(visitor(), { browser, kind });
    if (!issued.ok) throw new Error(`not printed: ${issued.refusal.code}`);
    const row = await world.db.issuedPaper.findUniqueOrThrow({ where: { id: issued.value.paperId } });
    const pdf = await world.ports.files.get(row.pdfKey);
    if (!pdf) throw new Error('no bytes of the form');
    return pdf;
  }

  async function breakInsert(uscc: string) {
    const owner = new Client({ connectionString: database.connectionString });
    await owner.connect();
    await owner.query(`ALTER TABLE enterprise ADD CONSTRAINT no_room CHECK (uscc <> '${uscc}')`);
    return async () => {
      await owner.query('ALTER TABLE enterprise DROP CONSTRAINT no_room');
      await owner.end();
    };
  }

  const drop = async () => {
    await Promise.all([printing.close(), looking.close()]);
    await world.close();
    await database.drop();
  };
  return { ...world, visitor, aFirm, aBrowser, aProof, aWholeOne, printed, breakInsert, drop };
}

export function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new Blob([new Uint8Array(bytes)]).stream();
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
