// Fills the empty database named by DATABASE_URL with the demo: `node scripts/run.mjs scripts/seed.ts ACCOUNTS_FILE`
import { renameSync, writeFileSync } from 'node:fs';
import { seedDemo } from '../prisma/seed/run';

const file = process.argv[2];
const connectionString = process.env.DATABASE_URL;
if (!file || !connectionString) throw new Error('DATABASE_URL and the name of the file for the accounts are needed');
const { accounts } = await seedDemo(connectionString);
writeFileSync(`${file}.new`, JSON.stringify(accounts, null, 2), { mode: 0o600 });
renameSync(`${file}.new`, file);
