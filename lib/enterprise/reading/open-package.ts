import { Buffer } from 'node:buffer';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { SpreadsheetFault } from '@/lib/ports/spreadsheet-reader';

const ENTRIES_MAX = 200;
const INFLATED_MAX = 20 * 1024 * 1024;
/** Parts that a plain table never has: programs, embedded documents, queries to other places. */
const FOREIGN = /(^|\/)(externalLinks|embeddings|activeX|ctrlProps|connections\.xml|queryTables)(\/|$)/i;
const MACRO = /(vbaProject|vbaData|macrosheets|\.bin$)/i;
/** Settings of a printer are the one harmless binary that Excel itself writes. */
const PRINTER = /^xl\/printerSettings\//;
const READ = /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/.*\.(xml|rels))$/;

class Refused extends Error {
  constructor(readonly fault: SpreadsheetFault) {
    super(fault);
  }
}

/**
 * The XML parts of an .xlsx, counted while they are inflated: at most 200 entries and 20 MB, names strict, nothing
 * encrypted, no program, no embedded or foreign part. A bomb is given up at the 20th megabyte, whatever its header says.
 */
export async function openPackage(bytes: Uint8Array): Promise<Result<Map<string, Buffer>, SpreadsheetFault>> {
  try {
    return ok(await readParts(await open(bytes)));
  } catch (error) {
    return refuse(error instanceof Refused ? error.fault : 'unreadable');
  }
}

function open(bytes: Uint8Array): Promise<ZipFile> {
  const options = { lazyEntries: true, validateEntrySizes: true, strictFileNames: true } as const;
  return new Promise((resolve, reject) =>
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options, (error, zip) =>
      error || !zip ? reject(error ?? new Error('no zip')) : resolve(zip),
    ),
  );
}

function readParts(zip: ZipFile): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  const budget = { left: INFLATED_MAX };
  return new Promise((resolve, reject) => {
    if (zip.entryCount > ENTRIES_MAX) return reject(new Refused('too-large'));
    zip.on('error', reject);
    zip.on('end', () => resolve(parts));
    zip.on('entry', (entry: Entry) => {
      const fault = faultOf(entry, parts);
      if (fault) return reject(new Refused(fault));
      inflate(zip, entry, budget).then((part) => {
        if (READ.test(entry.fileName)) parts.set(entry.fileName, part);
        zip.readEntry();
      }, reject);
    });
    zip.readEntry();
  });
}

function faultOf(entry: Entry, seen: ReadonlyMap<string, Buffer>): SpreadsheetFault | null {
  const name = entry.fileName;
  if (entry.isEncrypted()) return 'protected';
  if (seen.has(name)) return 'unreadable';
  if (PRINTER.test(name)) return null;
  if (MACRO.test(name)) return 'macro';
  return FOREIGN.test(name) ? 'foreign-part' : null;
}

function inflate(zip: ZipFile, entry: Entry, budget: { left: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(error ?? new Error('no stream'));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        budget.left -= chunk.length;
        if (budget.left < 0) {
          stream.destroy();
          return reject(new Refused('too-large'));
        }
        chunks.push(chunk);
      });
      stream.on('error', reject);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
