import { existsSync, readFileSync } from 'node:fs';
import { inProject } from './project.mjs';

/** Reads `.env` (KEY=value lines, # comments, optional quotes). What the environment already holds stays. */
export function loadEnvFile() {
  const file = inProject('.env');
  if (!existsSync(file)) return;
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    const [, key, value = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key && process.env[key] === undefined) process.env[key] = value.replace(/^(["'])(.*)\1$/, '$2');
  }
}
