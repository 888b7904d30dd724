import 'server-only';
import { z } from 'zod';

const keys = z.object({
  session: z.string().min(32),
  blind: z.string().min(32),
  pageCode: z.string().min(32),
  sealing: z.record(z.string(), z.string().min(32)),
  currentSealing: z.string(),
});

const environmentSchema = z.object({
  DATABASE_URL: z.string().startsWith('postgres'),
  NEXTAUTH_URL: z.url(),
  /** Key ring in JSON; scripts/start makes one and keeps it with owner-only rights. */
  APP_SECRETS: z.string().transform((text, ctx) => {
    try {
      return keys.parse(JSON.parse(text));
    } catch {
      ctx.addIssue({ code: 'custom', message: 'APP_SECRETS is not a key ring' });
      return z.NEVER;
    }
  }),
  DEMO: z.string().optional(),
  FILES_DIR: z.string().default('.data/files'),
  FILES_DRIVER: z.enum(['disk', 's3', 'uploadthing']).default('disk'),
  UPLOADTHING_TOKEN: z.string().optional(),
  /** An S3-compatible service, asked by path style: `https://host/bucket/key`. */
  S3_ENDPOINT: z.url().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** `host:port` of ClamAV's daemon; without it only the test text of scanners is known. */
  CLAMD_ADDRESS: z.string().optional(),
  MAIL_DRIVER: z.enum(['outbox', 'resend', 'smtp']).default('outbox'),
  MAIL_FROM: z.string().default('portal@example.com'),
  RESEND_API_KEY: z.string().optional(),
  SMTP_URL: z.string().optional(),
  SMS_DRIVER: z.enum(['outbox', 'http']).default('outbox'),
  SMS_GATEWAY_URL: z.string().optional(),
  SMS_GATEWAY_KEY: z.string().optional(),
  /** 法人库: the table that an administrator imports, or the operator's own service (lib/drivers/register/http.ts). */
  REGISTER_DRIVER: z.enum(['table', 'http']).default('table'),
  REGISTER_URL: z.string().optional(),
  /** Hosts that REGISTER_URL may name, comma separated. */
  REGISTER_HOSTS: z.string().optional(),
  REGISTER_KEY: z.string().optional(),
  /** Every origin that people may open this service under, comma separated; the first is the canonical one. */
  PUBLIC_ORIGINS: z.string().optional(),
  /** The origin that the phone's QR carries; a local network address with --lan. */
  CAPTURE_ORIGIN: z.string().optional(),
  /** Where revocation lists are fetched from, and nowhere else: `JIANGSU=https://…,SUZHOU=https://…`, any number of each. */
  CA_CRL_URLS: z.string().optional(),
  SPREADSHEET_WORKER: z.string().default('.cache/workers/spreadsheet-worker.mjs'),
  /** Where the service that reaches a CA key listens on the visitor's own computer: loopback origins, comma separated. */
  CA_AGENT_ORIGINS: z.string().optional(),
  /** Networks and where they lie, one `network<tab>place` a line; without it no place is shown. */
  ADDRESS_FILE: z.string().optional(),
  /**
   * How many proxies of the operator stand before this service, each of which appends to X-Forwarded-For. 0: nobody is
   * believed but the socket, whose address the server process itself puts last.
   */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  RECEIPT_WORKER: z.string().default('.cache/workers/receipt-worker.mjs'),
  VISION_WORKER: z.string().default('.cache/workers/vision-worker.mjs'),
});

export type Environment = z.infer<typeof environmentSchema> & {
  readonly demo: boolean;
  readonly origins: readonly string[];
  readonly captureOrigin: string;
  readonly caAgentOrigins: readonly string[];
};

let parsed: Environment | undefined;

/** The environment, parsed once; a service that is half configured does not start. */
export function environment(): Environment {
  if (!parsed) {
    const values = environmentSchema.parse(process.env);
    const origins = (values.PUBLIC_ORIGINS ?? values.NEXTAUTH_URL).split(',').map((one) => new URL(one.trim()).origin);
    const captureOrigin = values.CAPTURE_ORIGIN ?? origins[0] ?? values.NEXTAUTH_URL;
    const caAgentOrigins = loopbackOrigins(values.CA_AGENT_ORIGINS ?? '');
    const demo = values.DEMO === '1';
    const open = [...origins, captureOrigin].filter((origin) => !demo && isOpenHttp(origin));
    if (open.length > 0) throw new Error(`${open.join(', ')}: outside the demo people sign in over https only`);
    parsed = { ...values, demo, origins, captureOrigin, caAgentOrigins };
  }
  return parsed;
}

/** Origins on the visitor's own computer; anything else would send the key's answers over a network. */
export function loopbackOrigins(list: string): string[] {
  return list.split(',').flatMap((one) => {
    if (one.trim() === '') return [];
    const { origin, hostname } = new URL(one.trim());
    if (!/^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname))
      throw new Error(`CA_AGENT_ORIGINS: ${origin} is not this computer`);
    return [origin];
  });
}

/** Http that leaves this machine: whoever is on the way reads passwords and sessions. */
function isOpenHttp(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

export function servesHttps(): boolean {
  return environment().NEXTAUTH_URL.startsWith('https:');
}
