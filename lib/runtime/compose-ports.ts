import 'server-only';
import { isAbsolute, join } from 'node:path';
import type { DbClient } from '@/lib/db/client';
import { diskFiles } from '@/lib/drivers/files/disk';
import { s3Files } from '@/lib/drivers/files/s3';
import { uploadthingFiles } from '@/lib/drivers/files/uploadthing';
import { crlAddresses, httpCrls } from '@/lib/drivers/ca/http-crls';
import { softwareVerifier } from '@/lib/drivers/ca/software-verifier';
import { outboxMail, outboxSms } from '@/lib/drivers/mail/outbox';
import { resendMail } from '@/lib/drivers/mail/resend';
import { smtpMail } from '@/lib/drivers/mail/smtp';
import { workerRenderer } from '@/lib/drivers/pdf/worker-renderer';
import { httpRegister } from '@/lib/drivers/register/http';
import { tableRegister } from '@/lib/drivers/register/table';
import { clamdScanner } from '@/lib/drivers/scan/clamd';
import { eicarScanner } from '@/lib/drivers/scan/eicar';
import { httpSms } from '@/lib/drivers/sms/http';
import { workerSpreadsheets } from '@/lib/drivers/spreadsheet/worker-spreadsheets';
import { workerConverter } from '@/lib/drivers/vision/worker-converter';
import { workerDrawer } from '@/lib/drivers/vision/worker-drawer';
import { workerInspector } from '@/lib/drivers/vision/worker-inspector';
import type { EntityRegister } from '@/lib/ports/entity-register';
import type { FileStore } from '@/lib/ports/file-store';
import type { MailPort } from '@/lib/ports/mail';
import type { Ports } from '@/lib/ports/ports';
import type { SmsPort } from '@/lib/ports/sms';
import type { Environment } from './environment';

/** Picks the driver of every port from the environment; the only place that does. */
export function composePorts(env: Environment, db: DbClient): Ports {
  const printing = workerRenderer({
    workerPath: absolute(env.RECEIPT_WORKER),
    secret: Buffer.from(env.APP_SECRETS.pageCode, 'base64'),
    fonts: receiptFonts(),
  });
  const inspecting = workerInspector({ workerPath: absolute(env.VISION_WORKER) });
  return {
    files: files(env),
    mail: mail(env, db),
    sms: sms(env, db),
    receipts: printing,
    papers: printing.papers,
    letters: printing.letters,
    lists: printing.lists,
    consents: printing.consents,
    photographs: inspecting,
    scans: inspecting.scans,
    pages: workerDrawer({ workerPath: absolute(env.VISION_WORKER) }),
    malware: env.CLAMD_ADDRESS ? clamdScanner({ address: env.CLAMD_ADDRESS }) : eicarScanner(),
    pictures: workerConverter({ workerPath: absolute(env.VISION_WORKER) }),
    ca: {
      JIANGSU: softwareVerifier({ takesTestRoots: env.demo }),
      SUZHOU: softwareVerifier({ takesTestRoots: env.demo }),
    },
    crls: httpCrls(crlAddresses(env.CA_CRL_URLS)),
    register: register(env, db),
    spreadsheets: workerSpreadsheets({ workerPath: absolute(env.SPREADSHEET_WORKER) }),
  };
}

/** The fonts of every printed paper, from the packages that carry them. */
export function receiptFonts(): { readonly regular: string; readonly bold: string; readonly title: string } {
  const font = (path: string) =>
    join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@expo-google-fonts', path);
  return {
    regular: font('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
    bold: font('noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
    title: font('noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  };
}

function files(env: Environment): FileStore {
  switch (env.FILES_DRIVER) {
    case 'disk':
      return diskFiles(absolute(env.FILES_DIR));
    case 'uploadthing':
      return uploadthingFiles(required(env.UPLOADTHING_TOKEN, 'UPLOADTHING_TOKEN'));
    case 's3':
      return s3Files({
        endpoint: required(env.S3_ENDPOINT, 'S3_ENDPOINT'),
        region: env.S3_REGION,
        bucket: required(env.S3_BUCKET, 'S3_BUCKET'),
        accessKeyId: required(env.S3_ACCESS_KEY_ID, 'S3_ACCESS_KEY_ID'),
        secretAccessKey: required(env.S3_SECRET_ACCESS_KEY, 'S3_SECRET_ACCESS_KEY'),
      });
  }
}

function mail(env: Environment, db: DbClient): MailPort {
  switch (env.MAIL_DRIVER) {
    case 'outbox':
      return outboxMail(db);
    case 'resend':
      return resendMail({ apiKey: required(env.RESEND_API_KEY, 'RESEND_API_KEY'), from: env.MAIL_FROM });
    case 'smtp':
      return smtpMail({ url: required(env.SMTP_URL, 'SMTP_URL'), from: env.MAIL_FROM });
  }
}

function sms(env: Environment, db: DbClient): SmsPort {
  if (env.SMS_DRIVER === 'outbox') return outboxSms(db);
  const key = required(env.SMS_GATEWAY_KEY, 'SMS_GATEWAY_KEY');
  return httpSms({ url: required(env.SMS_GATEWAY_URL, 'SMS_GATEWAY_URL'), key, clock: () => Date.now() });
}

function register(env: Environment, db: DbClient): EntityRegister {
  if (env.REGISTER_DRIVER === 'table') return tableRegister(db);
  return httpRegister({
    url: required(env.REGISTER_URL, 'REGISTER_URL'),
    hosts: required(env.REGISTER_HOSTS, 'REGISTER_HOSTS')
      .split(',')
      .map((host) => host.trim()),
    key: required(env.REGISTER_KEY, 'REGISTER_KEY'),
    clock: () => Date.now(),
  });
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : join(/* turbopackIgnore: true */ process.cwd(), path);
}

function required(value: string | undefined, name: string): string {
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
