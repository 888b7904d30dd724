import { Client } from 'pg';
import { TEMPLATE } from './template';

export type FreshDatabase = {
  connectionString: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
};

let count = 0;

/** A migrated, empty database that no other test sees. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `t_${process.env.JEST_WORKER_ID ?? '0'}_${process.pid}_${++count}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
  const address = new URL(serverAddress());
  address.pathname = `/${name}`;
  return { connectionString: address.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: serverAddress() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function serverAddress(): string {
  const address = process.env.TEST_DATABASE_URL;
  if (!address) throw new Error('a fresh database is to be had in tests below __tests__/integration only');
  return address;
}
