import { join } from 'node:path';
import { inProject } from '../tools/project.mjs';
import type { Addresses } from './addresses';
import { parseSecrets, secretsIn } from './secrets';

type Given = {
  dataFolder: string;
  databaseUrl: string;
  isDemo: boolean;
  port: number;
  addresses: Addresses;
  mode: 'start' | 'dev';
};

/** What the web server and the seed are told. What the operator has set already stays as it is. */
export function serverEnvironment(given: Given): NodeJS.ProcessEnv {
  const { dataFolder, addresses, port, mode } = given;
  const secrets = process.env.APP_SECRETS
    ? parseSecrets(process.env.APP_SECRETS, 'APP_SECRETS')
    : secretsIn(process.env.SECRETS_FILE ?? join(dataFolder, 'secrets.json'));
  const publicUrl = process.env.NEXTAUTH_URL ?? addresses.origins[0];
  const origins = [...new Set([publicUrl, ...addresses.origins])];
  return {
    NEXTAUTH_URL: publicUrl,
    NEXTAUTH_SECRET: secrets.session,
    PUBLIC_ORIGINS: origins.join(','),
    CAPTURE_ORIGIN: process.env.NEXTAUTH_URL ?? addresses.captureOrigin,
    FILES_DIR: join(dataFolder, 'files'),
    RECEIPT_WORKER: inProject('.cache', 'workers', 'receipt-worker.mjs'),
    SPREADSHEET_WORKER: inProject('.cache', 'workers', 'spreadsheet-worker.mjs'),
    VISION_WORKER: inProject('.cache', 'workers', 'vision-worker.mjs'),
    ...process.env,
    DATABASE_URL: given.databaseUrl,
    APP_SECRETS: JSON.stringify(secrets),
    PORT: String(port),
    DEMO: given.isDemo ? '1' : '',
    DEV_CSP: mode === 'dev' ? '1' : '',
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
    // Our own handling lets a running job end; see lib/runtime/stop-when-told.ts.
    NEXT_MANUAL_SIG_HANDLE: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
