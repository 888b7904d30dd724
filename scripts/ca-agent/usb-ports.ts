import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const cardSchema = z.object({
  /** The name on the certificate. */
  label: z.string(),
  issuer: z.string(),
  provider: z.enum(['JIANGSU', 'SUZHOU']),
  algorithm: z.enum(['RSA', 'SM2']),
  notAfter: z.string(),
  pin: z.string(),
  /** Of the certificate, in hex, and its issuer's name in DER: what an envelope (CMS) names the signer by. */
  serial: z.string(),
  issuerName: z.string(),
  /** What this key is good for in the demo, for the panel at /dev. */
  note: z.string(),
});
export type KeyCard = z.infer<typeof cardSchema>;

export type Key = KeyCard & { readonly id: string; readonly plugged: boolean; readonly pem: string };

export const PIN_TRIES = 6;

/**
 * A folder that stands for the USB ports of a computer: below `ports` lies what is plugged in, below `drawer` what is
 * not. A key is a pair of files, `ID.pem` (private key and certificates) and `ID.json` (its card, with the PIN).
 */
export function usbPorts(folder: string) {
  const places = { ports: join(folder, 'ports'), drawer: join(folder, 'drawer') };
  for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
  const tries = new Map<string, number>();

  const idsIn = (place: string) =>
    readdirSync(place)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort();
  const read = (id: string, plugged: boolean): Key => {
    const place = plugged ? places.ports : places.drawer;
    const card = cardSchema.parse(JSON.parse(readFileSync(join(place, `${id}.json`), 'utf8')));
    return { ...card, id, plugged, pem: readFileSync(join(place, `${id}.pem`), 'utf8') };
  };
  const move = (id: string, from: string, to: string) => {
    for (const kind of ['pem', 'json']) {
      const name = `${id}.${kind}`;
      if (existsSync(join(from, name))) renameSync(join(from, name), join(to, name));
    }
  };

  const plugged = () => idsIn(places.ports).map((id) => read(id, true));
  const all = () =>
    [...plugged(), ...idsIn(places.drawer).map((id) => read(id, false))].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    all,
    plugged,
    find: (id: string) => plugged().find((key) => key.id === id),
    plug: (id: string) => move(id, places.drawer, places.ports),
    unplug: (id: string) => move(id, places.ports, places.drawer),
    left: (id: string) => tries.get(id) ?? PIN_TRIES,
    useTry: (id: string) => tries.set(id, Math.max(0, (tries.get(id) ?? PIN_TRIES) - 1)),
    lock: (id: string) => tries.set(id, 0),
    /** A right PIN gives all tries back, as on a real key. */
    restore: (id: string) => tries.delete(id),
    restoreAll: () => tries.clear(),
  };
}
export type UsbPorts = ReturnType<typeof usbPorts>;
