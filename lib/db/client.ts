import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from '@/prisma/generated/client';

/** What stores and queries get: the client, or the transaction that a command opened. */
export type Db = Prisma.TransactionClient;

/** The client itself; only `transact` needs more than `Db`. */
export type DbClient = PrismaClient;

// Whatever holds a row or a connection, a clerk gets an answer: nothing waits longer than this for the database.
const OPTIONS = '-c role=portal_app -c statement_timeout=30s -c idle_in_transaction_session_timeout=30s';
const CONNECT_WITHIN_MS = 15_000;

/**
 * Opens the database under the application's role, which may not change the log nor what was submitted.
 * The connection role must be a member of `portal_app` (the first migration sees to it).
 */
export function openDatabase(connectionString: string, maxConnections = 10): DbClient {
  const adapter = new PrismaPg({
    connectionString,
    options: OPTIONS,
    max: maxConnections,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } });
}
