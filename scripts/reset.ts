// `npm run reset`: the demo as on its first day, with its files and accounts.
import { join } from 'node:path';
import { createDatabase } from './database/databases';
import { reachableDataFolder } from './database/data-folder';
import { startEmbedded } from './database/embedded';
import { localAddresses } from './server/addresses';
import { isClaimed } from './server/claim.mjs';
import { seedWhenEmpty, startAgain } from './server/demo';
import { serverEnvironment } from './server/server-environment';
import { DATABASE } from './server/stack';
import { prepare } from './tools/build.mjs';
import { loadEnvFile } from './tools/env-file.mjs';
import { inProject } from './tools/project.mjs';

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

loadEnvFile();
if (process.env.DATABASE_URL)
  refuse('已设置 DATABASE_URL：不会清空别处的数据库。Only the demo is ever emptied; unset DATABASE_URL.');
if (isClaimed()) refuse('服务正在运行，请先停止。Stop the running server first.');

await prepare();
const dataFolder = inProject('.data');
const port = Number(process.env.PORT || 3000);
const server = await startEmbedded(reachableDataFolder(join(dataFolder, 'postgres')));
try {
  await createDatabase(server, DATABASE);
  await startAgain({ server, database: DATABASE, dataFolder });
  const databaseUrl = server.connectionString(DATABASE);
  const addresses = localAddresses(port, false);
  const environment = serverEnvironment({ dataFolder, databaseUrl, isDemo: true, port, addresses, mode: 'start' });
  const accounts = await seedWhenEmpty({ server, database: DATABASE, dataFolder, environment });
  console.log(`演示数据已重置，共 ${accounts.length} 个账号。The demo is new again.`);
} finally {
  await server.stop();
}
