import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkPicture } from '@/lib/capture/commands/check-picture';
import { takePhotographFromDesktop } from '@/lib/capture/commands/desktop-photograph';
import { lookAtPhotograph, type LookedAt } from '@/lib/capture/commands/look-at-photograph';
import { PICTURES_PER_RECEIPT, SCANNED_PAGES_PER_RECEIPT } from '@/lib/access/rules/try-limits';
import { showCamera, takePhotograph } from '@/lib/capture/commands/photograph';
import { phoneView } from '@/lib/capture/queries';
import { explainCapture } from '@/lib/capture/rules/refusals';
import { workerConverter } from '@/lib/drivers/vision/worker-converter';
import { workerDrawer } from '@/lib/drivers/vision/worker-drawer';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { PhotographInspector } from '@/lib/ports/photograph-inspector';
import { receiptById } from '@/lib/receipt/paper-queries';
import { done } from '../../builders/disbursement';
import { aHeic } from '../../builders/heic';
import { photographPaper, scannedPhone } from '../../builders/receipt';
import { pagesPdf, scannedPage } from '../../builders/scanned-pdf';
import { receiptWorld, VISION_WORKER, type ReceiptWorld } from '../receipt/receipt-world';

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
  done('lookAt', await lookAtPhotograph(world.clerk, receipt, { bytes }));
const codeOf = (answer: Result<unknown, { code: string }>) => (answer.ok ? 'done' : answer.refusal.code);
const NO_PICTURE = new Uint8Array([1, 2, 3]);
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
    const { verdict, findings } = done('lookAt', await lookAtPhotograph(looking, long.receipt, { bytes: jpeg }));
    expect([verdict, findings[0]]).toEqual(['DOUBTFUL', { code: 'content-unchecked', severity: 'doubt' }]);
  });
});

describe('a PDF that is sent as a scan', () => {
  // Begins as an object table does, so that nothing but its size speaks against it.
  const bomb = deflateSync(Buffer.alloc(65 * 1024 * 1024, '9 0 '));
  it.each([
    ['scripts', '<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>', 'pdf-active'],
    ['a password', '<< /Encrypt << /Filter /Standard >> >>', 'pdf-encrypted'],
    [
      'objects that swell',
      `<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n${bomb.toString('latin1')}\nendstream`,
      'pdf-broken',
    ],
  ] as const)('is looked through before any of it is read, and refused in words for %s', async (_, object, code) => {
    const [head, ...rest] = Buffer.from(pagesPdf([await long.sheet()]))
      .toString('latin1')
      .split('\n');
    const hostile = Buffer.from([head, '99 0 obj', object, 'endobj', ...rest].join('\n'), 'latin1');
    const { receiptId } = long;
    expect(codeOf(await takePhotographFromDesktop(world.clerk, { receiptId, bytes: new Uint8Array(hostile) }))).toBe(
      code,
    );
    expect(explainCapture[code]({ code } as never).title).toMatch(/^PDF /);
  });

  it('is looked at page by page no longer once nobody waits for the answer', async () => {
    const annex = await long.annex();
    const gone = new AbortController();
    let pages = 0;
    const inspect = (bytes: Uint8Array) => {
      pages += bytes.length > 10_000 ? 1 : 0;
      gone.abort();
      return world.ports.photographs.inspect(bytes);
    };
    const photographs = { ...world.ports.photographs, inspect };
    const bytes = pagesPdf([annex, annex, annex]);
    const input = { receiptId: long.receiptId, bytes, signal: gone.signal };
    await takePhotographFromDesktop({ ...world.clerk, ports: { ...world.ports, photographs } }, input);
    // The file itself, which is no picture, and its first page.
    expect(pages).toBe(2);
  });
});

describe('a scan that finds too many PDFs waiting', () => {
  it('is asked for again, and not called damaged', async () => {
    const pages = workerDrawer({ workerPath: VISION_WORKER, queueMax: 0 });
    const looking = { ...world.clerk, ports: { ...world.ports, pages } };
    const bytes = pagesPdf([await long.sheet()]);
    expect(codeOf(await lookAtPhotograph(looking, long.receipt, { bytes }))).toBe('busy');
    await pages.close();
  });
});

describe('a HEIC that finds too many waiting to be converted', () => {
  it('is asked for again, and the phone stays where it was', async () => {
    const { receiptId } = await issued();
    const phone = await scannedPhone(world.clerk, receiptId);
    done('showCamera', await showCamera(phone));
    const pictures = workerConverter({ workerPath: VISION_WORKER, queueMax: 0 });
    const waiting = { ...phone, ports: { ...phone.ports, pictures } };
    expect(codeOf(await takePhotograph(waiting, { bytes: aHeic() }))).toBe('busy');
    expect((await phoneView(phone))?.status).toBe('CAMERA');
    await pictures.close();
  });
});

describe('a scan of which a page was not looked at because too many waited', () => {
  it.each([
    ['is asked for again, since that page may be the one that is wanted', 'busy', ['annex', 'sheet']],
    ['is taken where the wanted page was found before', 'done', ['unsealed', 'sheet']],
  ] as const)('%s', async (_, code, order) => {
    const made = { annex: long.annex, sheet: () => long.sheet(), unsealed: () => long.sheet('none') };
    const bytes = pagesPdf(await Promise.all(order.map((which) => made[which]())));
    let seen = 0;
    const inspect: PhotographInspector['inspect'] = async (page) => {
      seen += page === bytes ? 0 : 1;
      return seen < 2 ? world.ports.photographs.inspect(page) : refuse({ code: 'busy' });
    };
    const ports = { ...world.ports, photographs: { ...world.ports.photographs, inspect } };
    expect(codeOf(await lookAtPhotograph({ ...world.clerk, ports }, long.receipt, { bytes }))).toBe(code);
  });
});

describe('one receipt', () => {
  it('has so many pictures looked at in ten minutes and no more, by phone and from the desktop together', async () => {
    const { receiptId } = await issued();
    const send = (at = world.clerk.now) =>
      takePhotographFromDesktop({ ...world.clerk, now: at }, { receiptId, bytes: NO_PICTURE });
    const phone = await scannedPhone(world.clerk, receiptId);
    done('showCamera', await showCamera(phone));
    expect(codeOf(await takePhotograph(phone, { bytes: NO_PICTURE }))).toBe('not-an-image');
    for (let sent = 1; sent < PICTURES_PER_RECEIPT.most; sent += 1) expect(codeOf(await send())).toBe('not-an-image');
    expect(await takePhotograph(phone, { bytes: NO_PICTURE })).toEqual({
      ok: false,
      refusal: { code: 'too-many-pictures', waitSeconds: 600 },
    });
    expect((await phoneView(phone))?.status).toBe('CAMERA');
    expect(codeOf(await send(new Date(world.clerk.now.getTime() + 600_000)))).toBe('not-an-image');
  });

  it('has so many further pages of scans looked at', async () => {
    const { receiptId } = await issued();
    const inspect: PhotographInspector['inspect'] = async (bytes) =>
      refuse({ code: bytes === scan ? 'not-an-image' : 'unreadable' });
    const scan = pagesPdf([await long.annex()]);
    const drawn = { pageCount: 31, pages: Array.from({ length: 31 }, () => NO_PICTURE) };
    const ports = {
      ...world.ports,
      photographs: { ...world.ports.photographs, inspect },
      pages: { draw: async () => ok(drawn) },
    };
    const codes = [];
    for (let sent = 0; sent * 30 <= SCANNED_PAGES_PER_RECEIPT.most; sent += 1)
      codes.push(codeOf(await takePhotographFromDesktop({ ...world.clerk, ports }, { receiptId, bytes: scan })));
    expect([codes.at(0), codes.at(-1)]).toEqual(['unreadable', 'too-many-pictures']);
  });
});
