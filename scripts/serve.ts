import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reachableDataFolder } from './database/data-folder';
import { localAddresses } from './server/addresses';
import { announce } from './server/announce';
import { noteChild, release } from './server/claim.mjs';
import { type Stack, startStack } from './server/stack';
import { whenParentIsGone } from './server/parent';
import { inProject } from './tools/project.mjs';

type Wish = { mode: 'start' | 'dev'; port: number; lan: boolean };

/** Runs the whole product in the foreground until it is told to stop. */
export async function serve({ mode, port, lan }: Wish): Promise<void> {
  const dataFolder = inProject('.data');
  const databaseUrl = process.env.DATABASE_URL;
  const wanted = join(dataFolder, 'postgres');
  const databaseFolder = databaseUrl ? undefined : reachableDataFolder(wanted);
  if (databaseFolder && databaseFolder !== wanted) {
    console.log(`项目目录对数据库用户不开放，演示数据存放在 ${databaseFolder}。The demo's data lie there.`);
  }
  if (databaseUrl && !process.env.APP_SECRETS && !process.env.SECRETS_FILE) {
    const file = join(dataFolder, 'secrets.json');
    if (!existsSync(file))
      console.log(`密钥已生成，请备份 ${file}（丢失后加密的内容无法读取）。Keep this key file safe.`);
  }

  let stack: Stack | undefined;
  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    await stack?.stop();
    release();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  whenParentIsGone(() => void stop(0));

  const addresses = localAddresses(port, lan);
  stack = await startStack({
    dataFolder,
    databaseFolder,
    databaseUrl,
    port,
    addresses,
    mode,
    onServer: (server) => noteChild(server.pid),
  });
  stack.server.on('exit', (code) => {
    if (!isStopping) console.error(`网站进程意外结束（${code}）。The web server ended unexpectedly.`);
    void stop(1);
  });
  announce(addresses, stack.accounts, { isDemo: !databaseUrl, lan });
}
