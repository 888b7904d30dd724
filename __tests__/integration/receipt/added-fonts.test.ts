import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { Denied } from '@/lib/access/authorise';
import { addFont } from '@/lib/disbursement/commands/add-font';
import { printReceipt } from '@/lib/disbursement/commands/print-receipt';
import { paperFonts } from '@/lib/disbursement/font-queries';
import { addedFonts } from '@/lib/disbursement/font-store';
import { disbursementDetail } from '@/lib/disbursement/queries';
import { modelOf } from '@/lib/receipt/paper-queries';
import { done } from '../../builders/disbursement';
import { aFont } from '../../builders/font';
import { aStaffUser } from '../../builders/people';
import { staffActor } from '../../support/context';
import { receiptWorld, type ReceiptWorld } from './receipt-world';

let world: ReceiptWorld;
let admin: Context<StaffActor>;
beforeAll(async () => {
  world = await receiptWorld();
  const id = await aStaffUser(world.db, { username: 'admin', roles: ['SYSTEM_ADMIN'] });
  admin = world.as(staffActor(id, 'admin', 'SYSTEM_ADMIN'));
});
afterAll(() => world.drop());

const upload = (file: Uint8Array) => new Blob([new Uint8Array(file)]).stream();

/** A confirmed disbursement one of whose talents bears this name. */
async function waitingFor(name: string): Promise<string> {
  const disbursementId = await world.confirmed();
  const line = await world.db.disbursementLine.findFirstOrThrow({ where: { disbursementId } });
  await world.db.disbursementLine.update({ where: { id: line.id }, data: { name } });
  return disbursementId;
}

describe('a receipt with a character that no font has', () => {
  it('is refused by name, put before the administrator, and printed once a font with it was added', async () => {
    const disbursementId = await waitingFor('王𡈼𠮷');
    const refused = await printReceipt(world.clerk, { disbursementId });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'characters-not-covered' } });
    await printReceipt(world.clerk, { disbursementId });
    const { missing } = await paperFonts(admin);
    expect(missing.map(({ character, codePoint }) => [character, codePoint]).sort()).toEqual([
      ['𠮷', 'U+20BB7'],
      ['𡈼', 'U+2123C'],
    ]);
    expect(missing[0]).toMatchObject({ since: world.clerk.now, caseNumber: expect.stringMatching(/\d/) });
    const waiting = await disbursementDetail(world.clerk, disbursementId);
    expect(waiting).toMatchObject({ lapsesAfter: null, next: { who: 'staff', what: '补充打印字库' } });
    expect(waiting?.missing).toHaveLength(2);
    const pauses = () => world.db.disbursementPause.findMany({ where: { disbursementId } });

    const half = await addFont(admin, { name: 'half.ttf' }, upload(aFont('𡈼')));
    expect(half).toMatchObject({ ok: true, value: { has: ['𡈼'], stillMissing: ['𠮷'] } });
    const printableAudits = () => world.db.auditEntry.count({ where: { action: 'receipt.printable' } });
    expect([await printableAudits(), await pauses()]).toEqual([0, []]);
    done('addFont', await addFont(admin, { name: 'rest.ttf' }, upload(aFont('𠮷'))));
    expect(await printableAudits()).toBe(1);
    expect(await pauses()).toMatchObject([{ since: world.clerk.now, until: admin.now }]);
    expect((await paperFonts(admin)).missing).toEqual([]);

    const { receiptId } = done('printReceipt', await printReceipt(world.clerk, { disbursementId }));
    const row = await world.db.receipt.findUniqueOrThrow({ where: { id: receiptId } });
    const fonts = await addedFonts(world.clerk);
    expect([...row.fallbackFonts].sort()).toEqual(fonts.map(({ sha256 }) => sha256).sort());
    const frozen = fonts.filter(({ sha256 }) => row.fallbackFonts.includes(sha256));
    const again = await world.ports.receipts.render(await modelOf(world.clerk, receiptId), frozen);
    expect(again).toMatchObject({ ok: true, value: { sha256: row.pdfSha256 } });
  });

  it('leaves the list as it was when the file brings nothing, forbids embedding, is none or was added before', async () => {
    const disbursementId = await waitingFor('王𪚥');
    await printReceipt(world.clerk, { disbursementId });
    const codeFor = async (file: Uint8Array) => {
      const answer = await addFont(admin, { name: 'font.ttf' }, upload(file));
      return answer.ok ? 'added' : answer.refusal.code;
    };
    expect(await codeFor(aFont('喆'))).toBe('font-brings-nothing');
    expect(await codeFor(aFont('𪚥', { fsType: 2 }))).toBe('font-unusable');
    expect(await codeFor(new TextEncoder().encode('no font'))).toBe('font-unusable');
    expect(await codeFor(aFont('𡈼'))).toBe('font-there-already');
    expect((await paperFonts(admin)).missing.map(({ character }) => character)).toEqual(['𪚥']);
  });

  it('is the business of the system administrator alone', async () => {
    const { maker } = world.finance;
    await expect(paperFonts(maker)).rejects.toThrow(Denied);
    await expect(addFont(maker, { name: 'font.ttf' }, null)).rejects.toThrow(Denied);
  });
});
