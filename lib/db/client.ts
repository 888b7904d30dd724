import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient, type Prisma } from '@/prisma/generated/client';

/** What stores and queries get: the client, or the transaction that a command opened. */
export type Db = Prisma.TransactionClient;

/** The client itself; only `transact` needs more than `Db`. */
export type DbClient = PrismaClient;

/**
 * Opens the database under the application's role, which may not change the log nor what was submitted.
 * The connection role must be a member of `portal_app` (the first migration sees to it).
 */
export function openDatabase(connectionString: string, maxConnections = 10): DbClient {
  const adapter = new PrismaPg({ connectionString, options: '-c role=portal_app', max: maxConnections });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } });
}
