import { jest } from '@jest/globals';
import pg from 'pg';

/** What reached PostgreSQL from this process while something was done, in order; parameters are left out. */
export async function statementsOf(act: () => Promise<unknown>): Promise<string[]> {
  const asked = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await act();
    return asked.mock.calls.map(([query]) => String((query as { text?: string }).text ?? query));
  } finally {
    asked.mockRestore();
  }
}

/** What reading asks for, statement by statement, once what is read once per process has been read. */
export async function askedBy(read: () => Promise<unknown>): Promise<string[]> {
  await read();
  return (await statementsOf(read)).map(kindOf).sort();
}

/** What such a statement does to which table: how many rows it is about shows in its text, and is left out. */
function kindOf(statement: string): string {
  const [verb = ''] = statement.trim().split(/\s/, 1);
  const [, table = ''] = /(?:FROM|INTO|UPDATE)\s+(?:"public"\.)?"?(\w+)/i.exec(statement) ?? [];
  return `${verb} ${table}`.trim();
}
