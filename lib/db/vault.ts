import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Where a sealed value lives. An envelope moved to another place does not open. */
export type SealedPlace = { readonly table: string; readonly column: string; readonly rowId: string };

export type Vault = {
  seal(place: SealedPlace, clear: string): string;
  /** Throws when the envelope was altered, moved, or sealed under a key that is not in the ring. */
  open(place: SealedPlace, envelope: string): string;
  /** Equal values under the same name give equal indexes; nothing else can be read off it. */
  blind(name: string, normalised: string): string;
  /** 32 bytes for one purpose and what it is about; from one such key nothing follows about another. */
  derive(purpose: string, ...about: readonly string[]): Uint8Array;
};

export type VaultKeys = {
  /** Key id → 32 bytes in base64. */
  readonly sealing: Readonly<Record<string, string>>;
  readonly current: string;
  readonly blind: string;
};

const AES_256_GCM = 'a1';

/** Field encryption by AES-256-GCM with a key ring; the envelope is `v1.key id.algorithm.iv.tag.text`. */
export function openVault(keys: VaultKeys): Vault {
  const keyOf = (id: string) => {
    const key = keys.sealing[id];
    if (!key) throw new Error(`sealing key ${id} is not in the ring`);
    return Buffer.from(key, 'base64');
  };
  return {
    seal(place, clear) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(keys.current), iv).setAAD(aad(place));
      const text = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'));
      return ['v1', keys.current, AES_256_GCM, ...parts].join('.');
    },
    open(place, envelope) {
      const [format, keyId, algorithm, iv, tag, text] = envelope.split('.');
      if (format !== 'v1' || algorithm !== AES_256_GCM || !keyId || !iv || !tag || text === undefined) {
        throw new Error(`envelope of ${place.table}.${place.column} is not readable`);
      }
      const decipher = createDecipheriv('aes-256-gcm', keyOf(keyId), Buffer.from(iv, 'base64url'));
      decipher.setAAD(aad(place)).setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
    },
    blind: (name, normalised) =>
      createHmac('sha256', Buffer.from(keys.blind, 'base64')).update(`${name}\u0000${normalised}`).digest('base64url'),
    derive: (purpose, ...about) =>
      new Uint8Array(hkdfSync('sha256', Buffer.from(keys.blind, 'base64'), '', [purpose, ...about].join('\u0000'), 32)),
  };
}

function aad(place: SealedPlace): Buffer {
  return Buffer.from(`${place.table}\u0000${place.column}\u0000${place.rowId}`, 'utf8');
}
