import type { Account } from '../../scripts/server/demo';

/** What a test may know about the running product. */
export type ServerFacts = {
  origin: string;
  accounts: Account[];
  databaseUrl: string;
  dataFolder: string;
  /** Where the CA agent of this run listens. */
  agentOrigin: string;
};

/** The product that this run started; for tests below __tests__/e2e. */
export function theServer(): ServerFacts {
  const facts = process.env.E2E_SERVER;
  if (!facts) throw new Error('the server runs for tests below __tests__/e2e only');
  return JSON.parse(facts) as ServerFacts;
}
