import { z } from 'zod';
import { CA_PROVIDERS, type CaProvider } from './ca-provider';
import type { CaWindow } from './ca-window';

/**
 * What the operator says about the driver of each CA: package, version, checksum, how to install it. One JSON setting
 * (`ca.setup`). What nobody said yet (a package, the systems) is missing here and is said to be missing, never made up.
 */
export const CA_SETUP_SETTING = 'ca.setup';

const line = z.string().min(1).max(200);

const packageSchema = z.object({
  /** File name of the package. */
  name: z.string().min(1).max(120),
  version: z.string().regex(/^\d+(\.\d+){0,3}$/),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int().positive(),
  /** Under which key the file store keeps it; or `url`, where the operator's own server has it. */
  fileKey: z.string().max(200).optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
});

const providerSchema = z.object({
  /** Below it the page says that the driver is too old. */
  minimumVersion: z.string().regex(/^\d+(\.\d+){0,3}$/),
  package: packageSchema.nullable(),
  systems: z.array(line).max(12),
  guide: z.array(z.object({ title: line, text: z.string().max(400) })).max(12),
});

export const caSetupSchema = z.object({ JIANGSU: providerSchema, SUZHOU: providerSchema });

export type CaPackage = z.infer<typeof packageSchema>;
export type CaProviderSetup = z.infer<typeof providerSchema>;
export type CaSetup = z.infer<typeof caSetupSchema>;

const GUIDE = [
  { title: '退出旧驱动', text: '装有其他 CA 驱动的，先在右下角托盘里退出。装过旧版本的，先卸载。' },
  { title: '安装驱动', text: '打开下载的安装包，按包内的安装指导文档安装。' },
  { title: '插上 Key', text: '把 Key 插在电脑自己的 USB 口上，不要经过扩展坞。指示灯亮起即可。' },
  { title: '回到本网站', text: '刷新认证页面。浏览器询问是否允许访问本机设备时，选择允许。' },
];
const COMMON = { minimumVersion: '3.0.0', package: null, systems: [], guide: GUIDE };

export const CA_SETUP_DEFAULT: CaSetup = { JIANGSU: COMMON, SUZHOU: COMMON };

/** The setting as it stands in the database; one that does not hold counts as not set. */
export function readCaSetup(value: unknown): CaSetup {
  return caSetupSchema.safeParse(value).data ?? CA_SETUP_DEFAULT;
}

/** Whether version `a` is older than `b`, number by number. Anything that is no version is older than everything. */
export function isOlderVersion(a: string, b: string): boolean {
  if (!/^\d+(\.\d+)*$/.test(a)) return true;
  const [left, right] = [a, b].map((one) => one.split('.').map(Number));
  for (let place = 0; place < Math.max(left?.length ?? 0, right?.length ?? 0); place++) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** How a CA stands in addresses: /register/ca/jiangsu. */
export const CA_SLUGS: Readonly<Record<CaProvider, string>> = { JIANGSU: 'jiangsu', SUZHOU: 'suzhou' };

export function caOfSlug(slug: string): CaProvider | undefined {
  return CA_PROVIDERS.find((provider) => CA_SLUGS[provider] === slug);
}

/** What a page must know before it looks for a key. */
export type KeySetup = {
  /** Where on the visitor's own computer the agent may listen. */
  readonly agents: readonly string[];
  readonly minimumVersion: Readonly<Record<CaProvider, string>>;
  readonly window: CaWindow;
};
