import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Every key that the application needs; those that seal and index are 32 bytes in base64. */
type Secrets = {
  session: string;
  blind: string;
  pageCode: string;
  sealing: Record<string, string>;
  currentSealing: string;
};

/** Reads a key file, made on first use and readable by this user only. Losing it makes sealed values unreadable. */
export function secretsIn(file: string): Secrets {
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, JSON.stringify(freshSecrets(), null, 2) + '\n', { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return parseSecrets(readFileSync(file, 'utf8'), file);
}

/** `text` is the JSON itself or its base64. Throws, naming `origin`, when a key is missing. */
export function parseSecrets(text: string, origin: string): Secrets {
  const json = text.trimStart().startsWith('{') ? text : Buffer.from(text, 'base64').toString('utf8');
  const { session, blind, pageCode, sealing, currentSealing } = JSON.parse(json) as Partial<Secrets>;
  if (!session || !blind || !pageCode || !currentSealing || !sealing?.[currentSealing]) {
    throw new Error(`${origin}: session, blind, pageCode, sealing and currentSealing are needed`);
  }
  return { session, blind, pageCode, sealing, currentSealing };
}

function freshSecrets(): Secrets {
  const key = () => randomBytes(32).toString('base64');
  return { session: key(), blind: key(), pageCode: key(), sealing: { k1: key() }, currentSealing: 'k1' };
}
