import { deflateRawSync } from 'node:zlib';
import { crc32 } from '@/lib/kernel/crc32';

export type ZipPart = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Size that the headers claim; the true one when left out. */
  readonly claims?: number;
  readonly flags?: number;
};

/** Nobody reads so far that the check number of such a part matters. */
const BOMB_BYTES = 32 * 1024 * 1024;

/** A deflated zip, byte by byte, so that its headers can lie. */
export function aZip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const index: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claims, flags = 0x0800 } of parts) {
    const packed = deflateRawSync(bytes, { level: 1 });
    const fileName = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(bytes.byteLength > BOMB_BYTES ? 0 : crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claims ?? bytes.byteLength, 18);
    common.writeUInt16LE(fileName.length, 22);
    bodies.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, fileName, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    index.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, place, fileName);
    offset += 30 + fileName.length + packed.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook of one sheet; `sheet` is the XML of the sheet. */
export function workbookParts(sheet: string | Uint8Array): ZipPart[] {
  const xml = (name: string, text: string): ZipPart => ({ name, bytes: Buffer.from(text) });
  return [
    xml(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    ),
    xml(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    xml(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    xml(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    { name: 'xl/worksheets/sheet1.xml', bytes: typeof sheet === 'string' ? Buffer.from(sheet) : sheet },
  ];
}

export function sheetXml(data: string, head = ''): string {
  return `${head}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`;
}

const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

/** Rows of text cells as XML. */
export function rowsXml(rows: readonly (readonly string[])[]): string {
  const escape = (text: string) => text.replace(/[&<>]/g, (one) => `&#${one.charCodeAt(0)};`);
  return rows
    .map((row, line) => {
      const cells = row.map(
        (text, at) => `<c r="${letters(at)}${line + 1}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`,
      );
      return `<row r="${line + 1}">${cells.join('')}</row>`;
    })
    .join('');
}

export const aWorkbook = (rows: readonly (readonly string[])[]): Buffer => aZip(workbookParts(sheetXml(rowsXml(rows))));
