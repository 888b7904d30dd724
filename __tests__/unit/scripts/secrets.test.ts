import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseSecrets, secretsIn } from '../../../scripts/server/secrets';

describe('the key file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'portal-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, for this user only, and read back the same', () => {
    const file = join(folder, 'secrets.json');
    const first = secretsIn(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(secretsIn(file)).toEqual(first);
  });

  it('holds keys of 32 bytes, no two alike', () => {
    const { session, blind, pageCode, sealing, currentSealing } = secretsIn(join(folder, 'secrets.json'));
    const keys = [session, blind, pageCode, sealing[currentSealing] ?? ''];
    expect(keys.map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32, 32, 32]);
    expect(new Set(keys).size).toBe(4);
  });

  it('may be given as base64, as a container platform passes secrets', () => {
    const file = join(folder, 'secrets.json');
    const secrets = secretsIn(file);
    expect(parseSecrets(readFileSync(file).toString('base64'), 'APP_SECRETS')).toEqual(secrets);
  });

  it('is refused by name when the current sealing key is not in it', () => {
    const text = JSON.stringify({
      session: 's',
      blind: 'b',
      pageCode: 'p',
      sealing: { k1: 'x' },
      currentSealing: 'k2',
    });
    expect(() => parseSecrets(text, 'APP_SECRETS')).toThrow(/^APP_SECRETS: /);
  });
});
