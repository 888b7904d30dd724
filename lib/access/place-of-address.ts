import 'server-only';
import { readFileSync } from 'node:fs';
import { BlockList, isIP } from 'node:net';

type Entry = { readonly list: BlockList; readonly place: string };
type Home = { [HOME]?: readonly Entry[] };
const HOME = Symbol.for('portal.address-file');

/**
 * Where a network address lies, by the file that the operator names in ADDRESS_FILE: one line per network,
 * `203.0.113.0/24<tab>江苏苏州`. Without a file nothing is said; nothing is ever asked of anybody outside.
 */
export function placeOfAddress(address: string | null): string | null {
  const version = address ? isIP(address) : 0;
  if (!address || version === 0) return null;
  const family = version === 6 ? 'ipv6' : 'ipv4';
  return (globalThis as Home)[HOME]?.find(({ list }) => list.check(address, family))?.place ?? null;
}

/** Reads the operator's file, once at the start. A line that is no network is passed over. */
export function openAddressFile(path: string | undefined): void {
  (globalThis as Home)[HOME] = readAddressFile(path);
}

function readAddressFile(path: string | undefined): readonly Entry[] {
  if (!path) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [network = '', place = ''] = line.split('\t');
      const [base = '', bits = ''] = network.trim().split('/');
      const version = isIP(base);
      const prefix = Number(bits);
      const isNetwork = version !== 0 && /^\d+$/.test(bits) && prefix <= (version === 6 ? 128 : 32);
      if (!isNetwork || !place.trim()) return [];
      const list = new BlockList();
      list.addSubnet(base, prefix, version === 6 ? 'ipv6' : 'ipv4');
      return [{ list, place: place.trim() }];
    });
}
