import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../tools/project.mjs';
import { canEnter, databaseOwner, openTemporaryFolder } from './owner';

/**
 * Where a cluster wanted at `wanted` can really lie. As root that is elsewhere when the project stands below a folder
 * closed to the user that PostgreSQL runs as; the name is derived from the project's, so that it is found again.
 */
export function reachableDataFolder(wanted: string): string {
  const owner = databaseOwner(wanted);
  mkdirSync(dirname(wanted), { recursive: true });
  if (canEnter(dirname(wanted), owner)) return wanted;
  const lasting = ['/var/lib', '/var/tmp'].find((folder) => isWritable(folder) && canEnter(folder, owner));
  const name = `talent-subsidy-portal-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`;
  const folder = join(lasting ?? openTemporaryFolder(owner), name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  return join(folder, 'postgres');
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return existsSync(folder);
  } catch {
    return false;
  }
}
