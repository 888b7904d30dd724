import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** The user that PostgreSQL runs as when we are root, which it refuses to be. */
export type Owner = { uid: number; gid: number };

/**
 * Who shall own a cluster: whoever owns the one in `folder` already, else `postgres` where the system has that user,
 * else `nobody`. Undefined when we are not root and need no other user.
 */
export function databaseOwner(folder?: string): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const present = folder === undefined ? undefined : statSync(folder, { throwIfNoEntry: false });
  if (present && present.uid !== 0) return { uid: present.uid, gid: present.gid };
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const row = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return { uid: Number(row?.[2] ?? 65534), gid: Number(row?.[3] ?? 65534) };
}

/** Whether the owner can step into a folder; asked by trying, since only the system knows every rule. */
export function canEnter(folder: string, owner: Owner | undefined): boolean {
  if (!owner) return true;
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...owner, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** A folder for passing things that the owner can enter. */
export function openTemporaryFolder(owner: Owner | undefined): string {
  const found = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => canEnter(folder, owner));
  if (!found) throw new Error(`user ${owner?.uid} can enter none of ${tmpdir()}, /tmp, /var/tmp`);
  return found;
}
