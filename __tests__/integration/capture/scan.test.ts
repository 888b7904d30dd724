import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkPicture } from '@/lib/capture/commands/check-picture';
import { lookAtPhotograph, type LookedAt } from '@/lib/capture/commands/look-at-photograph';
import { receiptById } from '@/lib/receipt/paper-queries';
import { done } from '../../builders/disbursement';
import { photographPaper } from '../../builders/receipt';
import { pagesPdf, scannedPage } from '../../builders/scanned-pdf';
import { receiptWorld, type ReceiptWorld } from '../receipt/receipt-world';

/** So many talents that their list goes on, on a page of its own. */
const MANY = Array.from({ length: 24 }, () => 10_000_00);

let world: ReceiptWorld;
let long: Issued;
beforeAll(async () => {
  world = await receiptWorld();
  long = await issued(MANY);
});
afterAll(() => world.drop());

type Issued = Awaited<ReturnType<typeof issued>>;

/** A printed receipt with its bytes and number of pages. */
async function issued(amounts?: readonly number[]) {
  const { receiptId } = await world.printed(amounts);
  const receipt = await receiptById(world.db, receiptId);
  const pdf = receipt && (await world.ports.files.get(receipt.pdfKey));
  if (!receipt || !pdf) throw new Error('the receipt was not printed');
  const owner = world.own.name;
  return {
    ...{ receipt, pdf, receiptId, pages: receipt.pageCodes.length },
    sheet: (seal: 'red' | 'none' = 'red') => scannedPage(pdf, { page: 1, seal, owner }),
    annex: () => scannedPage(pdf, { page: 2, seal: 'none' }),
  };
}

const lookAt = async ({ receipt }: Issued, bytes: Uint8Array) =>
  done('lookAt', await lookAtPhotograph(world.clerk, receipt, bytes));
const codesOf = ({ findings }: Pick<LookedAt, 'findings'>) => findings.map(({ code }) => code);

describe('a receipt with an annex', () => {
  it('is photographed by its first page; a picture of the annex is refused by that name', async () => {
    expect(long.pages).toBe(2);
    const sheet = await lookAt(long, await photographPaper(world.clerk, long.receiptId));
    expect([sheet.verdict, codesOf(sheet).includes('content-same')]).toEqual(['CLEAN', true]);
    const { jpeg } = await long.annex();
    const annex = await lookAt(long, jpeg);
    expect([annex.verdict, codesOf(annex)[0]]).toEqual(['REFUSED', 'wrong-page']);
  });

  it('is taken from a scan in which the annex lies before the first page', async () => {
    const scan = pagesPdf([await long.annex(), await long.sheet()]);
    const looked = await lookAt(long, scan);
    expect(looked.verdict).not.toBe('REFUSED');
    expect(codesOf(looked)).toEqual(expect.arrayContaining(['code-valid', 'seal-present', 'content-same']));
    const read = await checkPicture(world.clerk, scan, null);
    expect(read).toMatchObject({ verdict: looked.verdict, receipt: { number: long.receipt.number, version: 1 } });
  });

  it('is taken from a scan by its stamped copy, though one without a seal lies before it', async () => {
    const scan = pagesPdf([await long.sheet('none'), await long.annex(), await long.sheet()]);
    expect(codesOf(await lookAt(long, scan))).toContain('seal-present');
  });
});

describe('a receipt whose issued page cannot be had from the store', () => {
  it('is never called clean: a person is told that nothing was compared', async () => {
    const jpeg = await photographPaper(world.clerk, long.receiptId);
    const files = { ...world.ports.files, get: async () => null };
    const looking = { ...world.clerk, ports: { ...world.ports, files } };
    const { verdict, findings } = done('lookAt', await lookAtPhotograph(looking, long.receipt, jpeg));
    expect([verdict, findings[0]]).toEqual(['DOUBTFUL', { code: 'content-unchecked', severity: 'doubt' }]);
  });
});
