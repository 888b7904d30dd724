import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDatabase, withConnection } from '../../../scripts/database/databases';
import { type Embedded, startEmbedded } from '../../../scripts/database/embedded';
import { databaseOwner, openTemporaryFolder } from '../../../scripts/database/owner';
import { runningPort } from '../../../scripts/database/postmaster';

describe('the PostgreSQL from npm', () => {
  let folder: string;
  let server: Embedded | undefined;
  beforeEach(() => {
    const parent = mkdtempSync(join(openTemporaryFolder(databaseOwner()), 'portal-embedded-'));
    chmodSync(parent, 0o711);
    folder = join(parent, 'data');
  });
  afterEach(async () => {
    await server?.stop();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  });

  it('is used again, not started twice, when it runs already', async () => {
    server = await startEmbedded(folder);
    const again = await startEmbedded(folder);
    expect(again.port).toBe(server.port);
  });

  it('keeps what was committed when it is killed with -9, and starts again', async () => {
    server = await startEmbedded(folder);
    await createDatabase(server, 'kept');
    await withConnection(server.connectionString('kept'), (client) =>
      client.query('CREATE TABLE told AS SELECT 7 AS n'),
    );
    process.kill(postmaster(folder), 'SIGKILL');

    server = await startEmbedded(folder);
    const { rows } = await withConnection(server.connectionString('kept'), (client) =>
      client.query('SELECT n FROM told'),
    );
    expect(rows).toEqual([{ n: 7 }]);
  });

  it('is not taken for running when its pid file names some other program', async () => {
    server = await startEmbedded(folder);
    await server.stop();
    writeFileSync(join(folder, 'postmaster.pid'), `${process.pid}\n${folder}\n0\n5432\n`);
    expect(runningPort(folder)).toBeUndefined();
    server = await startEmbedded(folder);
    expect(runningPort(folder)).toBe(server.port);
  });

  it('asks for a password and is deaf to other machines', async () => {
    server = await startEmbedded(folder);
    const open = server.connectionString('postgres').replace(/:[0-9a-f]{48}@/, ':guess@');
    await expect(withConnection(open, (client) => client.query('SELECT 1'))).rejects.toThrow(/password/);
    const { rows } = await withConnection(server.connectionString('postgres'), (c) => c.query('SHOW listen_addresses'));
    expect(rows).toEqual([{ listen_addresses: '127.0.0.1' }]);
  });
});

function postmaster(folder: string): number {
  return Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
}
