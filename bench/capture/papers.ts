import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { workerRenderer } from '@/lib/drivers/pdf/worker-renderer';
import { rasterisePdf } from '@/lib/files/reading/rasterise-pdf';
import type { CodeCheck } from '@/lib/capture/rules/judge';
import { formatNumber } from '@/lib/kernel/numbers';
import { QR, QR_QUIET, type Rect } from '@/lib/paper/rules/geometry';
import type { ReceiptModel } from '@/lib/receipt/rules/model';
import { receiptFonts } from '@/lib/runtime/compose-ports';
import type { Random } from '../../__tests__/builders/photograph/random';
import type { PageRaster } from '../../__tests__/builders/photograph/seal';
import { aReceiptModel } from '../../__tests__/builders/receipt-model';

const PRINTER_DPI = 200;
const SHEET_WIDTH_MM = 210;
/** A laser printer sets a dot or none; toner spreads, so a dot that is half grey is black. */
const LASER = { dpi: 600, blackBelow: 150 } as const;

/** The receipt that should be photographed, and everything that somebody might photograph instead of it. */
export type Papers = {
  readonly model: ReceiptModel;
  /** As issued: what the server compares with. */
  readonly pdf: Uint8Array;
  readonly genuine: PageRaster;
  /** The same as a black-and-white laser printer prints it. */
  readonly inBlack: PageRaster;
  /** Version 1, with the account that was replaced since. */
  readonly older: PageRaster;
  readonly other: PageRaster;
  /** A page of ours that was never issued: its tag is made with another key. */
  readonly forged: PageRaster;
  /** One digit of the account or of the telephone is another one, chosen by chance; under the genuine code. */
  readonly changed: readonly PageRaster[];
  checkOf(code: string | null): CodeCheck;
};

/** Prints them all with the renderer of the product. */
export async function printPapers(random: Random, changes: number): Promise<Papers> {
  const fonts = receiptFonts();
  const workerPath = join(process.cwd(), '.cache', 'workers', 'receipt-worker.mjs');
  const ours = workerRenderer({ workerPath, secret: randomBytes(32), fonts });
  const foreign = workerRenderer({ workerPath, secret: randomBytes(32), fonts });
  const print = async (model: ReceiptModel, by = ours) => {
    const issued = await by.render(model);
    if (!issued.ok) throw new Error(`cannot be printed: ${issued.refusal.code}`);
    const { pdf, codes } = issued.value;
    return { pdf, code: codes[0] ?? '', page: await rasterisePdf(pdf, 1, PRINTER_DPI) };
  };
  const model = aReceiptModel();
  const issued = await print(model);
  const older = await print({ ...model, version: 1, account: { ...model.account, number: '6222021112340098' } });
  const other = await print({
    ...aReceiptModel({ payee: '苏州另一家示例科技有限公司' }),
    number: formatNumber('SJ', 2026, 31),
  });
  const forged = await print(model, foreign);
  const changed: PageRaster[] = [];
  for (let at = 0; at < changes; at += 1) {
    const { page } = await print(withOneDigitChanged(model, random));
    changed.push(withCodeOf(issued.page, page));
  }
  await Promise.all([ours.close(), foreign.close()]);
  const checks: Readonly<Record<string, CodeCheck>> = {
    [issued.code]: 'valid',
    [older.code]: 'voided',
    [other.code]: 'foreign',
    [forged.code]: 'forged',
  };
  return {
    ...{ model, pdf: issued.pdf, genuine: issued.page, inBlack: await inBlack(issued.pdf), changed },
    ...{ older: older.page, other: other.page, forged: forged.page },
    checkOf: (code) => (code === null ? 'unread' : (checks[code] ?? 'foreign')),
  };
}

async function inBlack(pdf: Uint8Array): Promise<PageRaster> {
  const { width, height, rgba } = await rasterisePdf(pdf, 1, LASER.dpi);
  const dots = await sharp(Buffer.from(rgba), { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .threshold(LASER.blackBelow)
    .png()
    .toBuffer();
  const { data, info } = await sharp(dots)
    .resize(Math.round((width * PRINTER_DPI) / LASER.dpi), Math.round((height * PRINTER_DPI) / LASER.dpi))
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, rgba: new Uint8ClampedArray(data) };
}

function withOneDigitChanged(model: ReceiptModel, random: Random): ReceiptModel {
  const { account, contact } = model;
  const isAccount = random.next() < 0.6;
  const before = isAccount ? account.number : contact.phone;
  const at = Math.floor(random.next() * before.length);
  const digit = String((Number(before[at]) + 1 + Math.floor(random.next() * 9)) % 10);
  const after = before.slice(0, at) + digit + before.slice(at + 1);
  return isAccount
    ? { ...model, account: { ...account, number: after } }
    : { ...model, contact: { ...contact, phone: after } };
}

/** The code of one page cut out and glued over that of another. */
export function withCodeOf(from: PageRaster, onto: PageRaster): PageRaster {
  const { x, y, width, height } = QR;
  const around = { x: x - QR_QUIET, y: y - QR_QUIET, width: width + 2 * QR_QUIET, height: height + 2 * QR_QUIET + 6 };
  return filled(onto, around, (at) => from.rgba.subarray(at, at + 4));
}

/** A part of a page (mm) filled anew. */
export function filled(page: PageRaster, part: Rect, colourAt: (at: number) => ArrayLike<number>): PageRaster {
  const rgba = new Uint8ClampedArray(page.rgba);
  const scale = page.width / SHEET_WIDTH_MM;
  for (let y = Math.floor(part.y * scale); y < (part.y + part.height) * scale; y += 1) {
    for (let x = Math.floor(part.x * scale); x < (part.x + part.width) * scale; x += 1) {
      const at = (y * page.width + x) * 4;
      rgba.set(colourAt(at), at);
    }
  }
  return { ...page, rgba };
}
