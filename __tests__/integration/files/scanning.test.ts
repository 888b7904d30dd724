import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { clamdScanner } from '@/lib/drivers/scan/clamd';
import { EICAR } from '@/lib/drivers/scan/eicar';
import { fileForReading } from '@/lib/application/file-queries';
import { besidePapers } from '@/lib/application/papers-queries';
import { draftForEdit } from '@/lib/application/queries';
import { scanPending } from '@/lib/files/commands/scan-pending';
import type { MalwareScanner, Scan } from '@/lib/ports/malware-scanner';
import { aDraft, sendInParts } from '../../builders/application';
import { applicationWorld, type ApplicationWorld } from '../application/application-world';
import * as hostile from '../application/hostile-files';

let world: ApplicationWorld;
let applicationId: string;
beforeAll(async () => {
  world = await applicationWorld();
  ({ applicationId } = await aDraft(world.clerk, { withoutPapers: true, talents: [] }));
});
afterAll(() => world.drop());

const place = () => ({ applicationId, requirementId: 'commitmentLetter', talentId: null });
const answering = (scan: Scan): MalwareScanner => ({ scan: async () => scan });
const under = (malware: MalwareScanner) => ({ ...world.clerk, ports: { ...world.ports, malware } });
const attached = async () => (await draftForEdit(world.clerk, applicationId)).draft.attachments;

describe('a file that the scanner reports', () => {
  it('is refused though it is a whole PDF, nothing is kept of it, and it is written down', async () => {
    const answer = await sendInParts(world.clerk, place(), hostile.aPdf({ extra: `% ${EICAR}\n` }), { name: 'a.pdf' });
    expect(answer).toEqual({ ok: false, refusal: { code: 'file-infected' } });
    expect(await world.db.storedFile.count()).toBe(0);
    expect(await world.db.auditEntry.count({ where: { action: 'file.infected' } })).toBe(1);
  });
});

describe('a file that came while no scanner answered', () => {
  it('waits in its place as being checked, and is checked when one answers again', async () => {
    await sendInParts(under(answering({ kind: 'unavailable' })), place(), hostile.aJpeg(301));
    const [file] = await attached();
    expect((await besidePapers(world.clerk, applicationId)).scans).toEqual({ [file?.fileId ?? '']: 'pending' });
    expect(await scanPending(under(answering({ kind: 'unavailable' })))).toBe(0);
    expect(await scanPending(world.clerk)).toBe(1);
    expect((await besidePapers(world.clerk, applicationId)).scans).toEqual({});
  });

  it('and is found bad counts as missing, is given to nobody, and cannot come again', async () => {
    const bytes = hostile.aJpeg(302);
    await sendInParts(under(answering({ kind: 'unavailable' })), place(), bytes);
    const file = (await attached()).at(-1);
    await scanPending(under(answering({ kind: 'infected', name: 'Test' })));
    expect((await attached()).map(({ id }) => id)).not.toContain(file?.id);
    expect((await besidePapers(world.clerk, applicationId)).infected).toMatchObject([{ attachmentId: file?.id }]);
    expect(await fileForReading(world.clerk, file?.fileId ?? '', 'view')).toBeNull();
    expect(await fileForReading(world.clerk, file?.fileId ?? '', 'kept')).toBeNull();
    const again = await sendInParts(world.clerk, place(), bytes);
    expect(again).toEqual({ ok: false, refusal: { code: 'file-infected' } });
  });
});

describe('the driver of clamd', () => {
  let daemon: Server;
  beforeAll(async () => {
    daemon = createServer((socket) => {
      let heard = Buffer.alloc(0);
      socket.on('data', (part) => {
        heard = Buffer.concat([heard, part]);
        if (!heard.subarray(-4).equals(Buffer.alloc(4))) return;
        const isAsked = heard.subarray(0, 10).toString() === 'zINSTREAM\0';
        const verdict = heard.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0';
        socket.end(isAsked ? verdict : 'UNKNOWN COMMAND\0');
      });
    });
    await new Promise<void>((resolve) => daemon.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => daemon.close(resolve)));
  const address = () => `127.0.0.1:${(daemon.address() as AddressInfo).port}`;

  it('sends a file in pieces and understands the verdict', async () => {
    const scanner = clamdScanner({ address: address() });
    expect(await scanner.scan(new Uint8Array(200_000).fill(7))).toEqual({ kind: 'clean' });
    const bad = Buffer.concat([Buffer.alloc(150_000, 7), Buffer.from(EICAR)]);
    expect(await scanner.scan(bad)).toEqual({ kind: 'infected', name: 'Win.Test.EICAR_HDB-1' });
  });

  it('gives no verdict when nobody listens', async () => {
    expect(await clamdScanner({ address: '127.0.0.1:1' }).scan(new Uint8Array(9))).toEqual({ kind: 'unavailable' });
  });
});
