import { Client } from 'pg';
import type { Embedded } from './embedded';

/** Runs `work` on a connection of its own. */
export async function withConnection<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes a database where there is none; `template` is copied whole. Returns whether it was made now. */
export function createDatabase(server: Embedded, name: string, template?: string): Promise<boolean> {
  return withConnection(server.connectionString('postgres'), async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return false;
    const copy = template ? ` TEMPLATE ${client.escapeIdentifier(template)} STRATEGY FILE_COPY` : '';
    await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}${copy}`);
    return true;
  });
}

/** Removes a database and whoever is connected to it. */
export function dropDatabase(server: Embedded, name: string): Promise<void> {
  return withConnection(server.connectionString('postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
  });
}
