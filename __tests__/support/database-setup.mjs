// One PostgreSQL for the whole run, with one migrated database in it that every test database is a copy of.
import { prepare } from '../../scripts/tools/build.mjs';
import { importProjectFile, loadTypeScript } from '../../scripts/tools/typescript.mjs';

export default async function setUp() {
  await prepare();
  await loadTypeScript();
  const { startTemplateServer } = await importProjectFile('__tests__/support/template.ts');
  const server = await startTemplateServer();
  globalThis.portalTestDatabase = server;
  process.env.TEST_DATABASE_URL = server.connectionString('postgres');
}
