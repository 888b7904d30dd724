import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import { diskFiles } from '../../lib/drivers/files/disk';
import { CA_ROOTS_SETTING, CA_PROVIDERS } from '../../lib/enterprise/rules/ca-provider';
import { CA_SETUP_DEFAULT, CA_SETUP_SETTING, type CaPackage, type CaSetup } from '../../lib/enterprise/rules/ca-setup';
import { AGENT_VERSION } from '../ca-agent/agent-desk';
import type { MadeCa } from '../ca-agent/make-keys';
import { withConnection } from '../database/databases';
import { inProject } from '../tools/project.mjs';

/** Says which CAs the settings were written for. */
const WRITTEN_FOR = 'demo.ca';

/** What the server is told of the demo's agent: where pages may reach it, and where the two CAs' lists are. */
export function demoCaEnvironment(
  { lists }: MadeCa,
  origin: string,
): { CA_AGENT_ORIGINS: string; CA_CRL_URLS: string } {
  return {
    CA_AGENT_ORIGINS: origin,
    CA_CRL_URLS: lists.map(({ provider, name }) => `${provider}=${origin}/crl/${name}.crl`).join(','),
  };
}

/**
 * Pins the demo's roots and offers the simulator as the driver to download, once for each time that the CAs were made:
 * what an administrator of the demo changes afterwards stays.
 */
export async function pinDemoCa(databaseUrl: string, made: MadeCa, filesFolder: string): Promise<void> {
  await withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query<{ value: unknown }>('SELECT value FROM setting WHERE key = $1', [WRITTEN_FOR]);
    if (rows[0]?.value === made.madeAt) return;
    const setup = demoSetup(await packTheAgent(filesFolder));
    for (const [key, value] of [
      [CA_ROOTS_SETTING, made.roots],
      [CA_SETUP_SETTING, setup],
      [WRITTEN_FOR, made.madeAt],
    ] as const) {
      await client.query(
        `INSERT INTO setting (key, value, updated_at) VALUES ($1, $2, now())
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`,
        [key, JSON.stringify(value)],
      );
    }
  });
}

function demoSetup(found: CaPackage): CaSetup {
  const guide = [
    { title: '本机演示不用安装', text: '模拟程序已随演示环境启动，直接回到认证页面即可。' },
    { title: '从另一台电脑打开演示的', text: '下载后装好 Node.js 20 或更新版本，把演示用的 ca 文件夹复制到同一目录。' },
    { title: '运行', text: `node ${found.name} --folder ca --origins 本网站的网址` },
    { title: '回到本网站', text: '刷新认证页面。浏览器询问是否允许访问本机设备时，选择允许。' },
  ];
  const own = { package: found, systems: ['装有 Node.js 20 的任何系统（仅演示用）'], guide };
  const [JIANGSU, SUZHOU] = CA_PROVIDERS.map((provider) => ({ ...CA_SETUP_DEFAULT[provider], ...own }));
  return { JIANGSU: JIANGSU ?? CA_SETUP_DEFAULT.JIANGSU, SUZHOU: SUZHOU ?? CA_SETUP_DEFAULT.SUZHOU };
}

/** The simulator as one file that runs by itself, kept where uploads are kept. */
async function packTheAgent(filesFolder: string): Promise<CaPackage> {
  const { outputFiles } = await build({
    entryPoints: [inProject('scripts', 'ca-agent.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    tsconfig: inProject('tsconfig.json'),
    logLevel: 'warning',
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const fileKey = `ca/${sha256}`;
  await diskFiles(filesFolder).put(fileKey, bytes, 'text/javascript');
  return {
    name: `ca-agent-demo-${AGENT_VERSION}.mjs`,
    version: AGENT_VERSION,
    sha256,
    sizeBytes: bytes.byteLength,
    fileKey,
  };
}
