import { Client } from 'pg';
import type { DbClient } from '@/lib/db/client';

class Crashed extends Error {}

/** A client that dies at a chosen statement: by an error of the process, or because its connection is cut. */
export type Crashing = {
  readonly db: DbClient;
  /** The next run over it dies before its n-th statement. */
  arm(statement: number, how: 'throw' | 'cut'): void;
  disarm(): void;
  /** Whether it died since it was armed. */
  readonly hasCrashed: boolean;
  close(): Promise<void>;
};

export async function crashingOver(db: DbClient, connectionString: string): Promise<Crashing> {
  const surgeon = new Client({ connectionString });
  await surgeon.connect();
  let left = Infinity;
  let way: 'throw' | 'cut' = 'throw';
  let hasCrashed = false;

  async function beforeStatement(): Promise<void> {
    left -= 1;
    if (left > 0) return;
    left = Infinity;
    hasCrashed = true;
    if (way === 'throw') throw new Crashed('the process died here');
    await surgeon.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle in transaction'`,
    );
  }

  const extended = db.$extends({
    query: {
      async $allOperations({ args, query }) {
        await beforeStatement();
        return query(args);
      },
    },
  });
  return {
    db: extended as unknown as DbClient,
    arm(statement, how) {
      [left, way, hasCrashed] = [statement, how, false];
    },
    disarm: () => void (left = Infinity),
    get hasCrashed() {
      return hasCrashed;
    },
    close: () => surgeon.end(),
  };
}
