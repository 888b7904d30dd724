import sharp from 'sharp';
import { rasterisePdf } from '@/lib/files/reading/rasterise-pdf';
import { randomFrom } from './photograph/random';
import { stamp, type SealKind } from './photograph/seal';

type Scan = {
  readonly page?: number;
  readonly seal?: SealKind;
  readonly turnDegrees?: number;
  readonly owner?: string;
};

/** The first page of a printed form stamped and laid into an office scanner: a PDF that holds one picture. */
export async function scannedPdf(pdf: Uint8Array, scan: Scan = {}): Promise<Uint8Array> {
  return pagesPdf([await scannedPage(pdf, scan)]);
}

/** One page of a printed form as an office scanner sees it. */
export async function scannedPage(pdf: Uint8Array, scan: Scan = {}): Promise<ScannedPage> {
  const { page: number = 1, seal = 'red', turnDegrees = 1.2, owner = '苏州示例智能科技有限公司' } = scan;
  const page = await rasterisePdf(pdf, number, 200);
  const sealed = stamp(page, { kind: seal, at: { x: 151, y: 226 }, owner }, randomFrom(3));
  const { width, height } = sealed;
  const jpeg = await sharp(Buffer.from(sealed.rgba), { raw: { width, height, channels: 4 } })
    .flatten({ background: 'white' })
    .rotate(turnDegrees, { background: 'white' })
    .blur(0.6)
    .jpeg({ quality: 75 })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: jpeg.data, width: jpeg.info.width, height: jpeg.info.height };
}

type ScannedPage = { readonly jpeg: Uint8Array; readonly width: number; readonly height: number };

/** A PDF of one page that is wholly covered by this JPEG, as scanners write them. */
export function pdfOf(jpeg: Uint8Array, widthPx: number, heightPx: number): Uint8Array {
  return pagesPdf([{ jpeg, width: widthPx, height: heightPx }]);
}

/** The same with several sheets, one JPEG each. */
export function pagesPdf(pages: readonly ScannedPage[]): Uint8Array {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  const put = (...texts: (string | Uint8Array)[]) => parts.push(...texts.map((one) => Buffer.from(one)));
  const at = () => parts.reduce((sum, part) => sum + part.length, 0);
  const object = (...body: (string | Uint8Array)[]) => {
    offsets.push(at());
    put(`${offsets.length} 0 obj\n`, ...body, '\nendobj\n');
  };
  const first = (index: number) => 3 + index * 3;
  put('%PDF-1.4\n');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  const kids = pages.map((_, index) => `${first(index)} 0 R`).join(' ');
  object(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const [index, page] of pages.entries()) {
    const [width, height] = [595.28, (595.28 * page.height) / page.width];
    const content = `q ${width} 0 0 ${height} 0 0 cm /I Do Q`;
    const image = `/Type /XObject /Subtype /Image /Width ${page.width} /Height ${page.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
    const uses = `/Contents ${first(index) + 1} 0 R /Resources << /XObject << /I ${first(index) + 2} 0 R >> >>`;
    object(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] ${uses} >>`);
    object(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    object(`<< ${image} /Length ${page.jpeg.length} >>\nstream\n`, page.jpeg, '\nendstream');
  }
  const table = at();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = offsets.length + 1;
  put(
    `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
  );
  return new Uint8Array(Buffer.concat(parts));
}
