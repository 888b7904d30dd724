import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { PUBLIC, type PublicActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { workerRenderer } from '@/lib/drivers/pdf/worker-renderer';
import { workerInspector } from '@/lib/drivers/vision/worker-inspector';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import type { PrintedKind } from '@/lib/enterprise/rules/registration-paper-model';
import { receiptFonts } from '@/lib/runtime/compose-ports';
import { inventedUscc } from '../../builders/invented-uscc';
import { aProof, aWholeRegistration, hashed, printedForm, type Firm } from '../../builders/registering';
import { openWorld, type World } from '../../support/context';
import { freshDatabase } from '../../support/database';

export const NOW = new Date('2026-11-23T02:00:00Z');
export const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

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

  async function aWholeOne(given: { firm?: Firm; browser?: string } = {}) {
    const [firm, browser] = [given.firm ?? (await aFirm()), given.browser ?? aBrowser()];
    return { firm, browser, id: await aWholeRegistration(visitor(), { firm, browser, seed: serial }) };
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
  const proofOf = (firm: Firm, browser: string, at = NOW) => aProof(visitor(at), firm, browser);
  const printed = (browser: string, kind: PrintedKind) => printedForm(visitor(), browser, kind);
  return { ...world, visitor, aFirm, aBrowser, aProof: proofOf, aWholeOne, printed, breakInsert, drop };
}
