import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { type Embedded, startEmbedded } from './embedded';
import { canEnter, databaseOwner, openTemporaryFolder, type Owner } from './owner';
import { isAlive } from '../tools/process.mjs';

const PREFIX = 'portal-scratch-';
const ROOM_BYTES = 6 * 1024 ** 3;

/** A PostgreSQL of its own, empty, fast and careless; `stop` removes every trace of it. */
export async function startTemporary(): Promise<Embedded> {
  const owner = databaseOwner();
  const parent = memoryFolder(owner) ?? openTemporaryFolder(owner);
  await sweep(parent);
  const home = mkdtempSync(join(parent, PREFIX));
  writeFileSync(join(home, 'used-by'), String(process.pid));
  hand(home, owner);
  const server = await startEmbedded(join(home, 'data'), { durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { ...server, stop };
}

/**
 * A folder in memory, where there is one with room to spare: a database is a thousand files, and making one there takes
 * a tenth of the time.
 */
function memoryFolder(owner: Owner | undefined): string | undefined {
  const shared = '/dev/shm';
  if (process.platform !== 'linux' || !existsSync(shared) || !canEnter(shared, owner)) return undefined;
  const { bavail, bsize } = statfsSync(shared);
  return Math.min(bavail * bsize, freemem()) >= ROOM_BYTES ? shared : undefined;
}

/** Stops and removes what a killed run left behind. */
async function sweep(parent: string): Promise<void> {
  for (const name of readdirSync(parent)) {
    const home = join(parent, name);
    const mark = join(home, 'used-by');
    if (!name.startsWith(PREFIX) || !existsSync(mark) || isAlive(Number(readFileSync(mark, 'utf8')))) continue;
    const data = join(home, 'data');
    if (existsSync(join(data, 'postmaster.pid'))) {
      await startEmbedded(data)
        .then((server) => server.stop())
        .catch(() => undefined);
    }
    rmSync(home, { recursive: true, force: true });
  }
}

function hand(home: string, owner: Owner | undefined): void {
  if (owner) chownSync(home, owner.uid, owner.gid);
}
