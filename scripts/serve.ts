import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reachableDataFolder } from './database/data-folder';
import { startEmbedded, stopEmbedded } from './database/embedded';
import { localAddresses } from './server/addresses';
import { announce } from './server/announce';
import { endGroup, noteChild, release } from './server/claim.mjs';
import { type Stack, startStack } from './server/stack';
import { inProject } from './tools/project.mjs';

type Wish = {
  mode: 'start' | 'dev';
  port: number;
  lan: boolean;
  /** Is handed the function that ends everything in order and then the process. */
  onStop(stop: (code: number) => Promise<void>): void;
};

/** Runs the whole product in the foreground until it is told to stop. */
export async function serve({ mode, port, lan, onStop }: Wish): Promise<void> {
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

  const now: { stack?: Stack; child?: ChildProcess; isStopping: boolean } = { isStopping: false };
  const stop = async (code: number) => {
    now.isStopping = true;
    if (now.stack) await now.stack.stop();
    else await stopHalfStarted(now.child, databaseFolder);
    release();
    process.exit(code);
  };
  onStop(stop);

  const addresses = localAddresses(port, lan);
  const stack = await startStack({
    database: databaseFolder ? await startEmbedded(databaseFolder) : { url: databaseUrl ?? '' },
    dataFolder,
    port,
    addresses,
    mode,
    onChild: (child) => {
      now.child = child;
      noteChild(child.pid);
    },
  });
  now.stack = stack;
  stack.server.on('exit', (code) => {
    if (now.isStopping) return;
    console.error(`网站进程意外结束（${code}）。The web server ended unexpectedly.`);
    void stop(1);
  });
  announce(addresses, stack.accounts, { isDemo: !databaseUrl, lan });
}

async function stopHalfStarted(child: ChildProcess | undefined, databaseFolder: string | undefined): Promise<void> {
  if (child?.pid && child.exitCode === null) await endGroup(child.pid);
  if (databaseFolder) await stopEmbedded(databaseFolder);
}
