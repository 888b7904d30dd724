import 'server-only';
import { openAddressFile } from '@/lib/access/place-of-address';
import { openDatabase, type DbClient } from '@/lib/db/client';
import { openVault, type Vault } from '@/lib/db/vault';
import type { Ports } from '@/lib/ports/ports';
import { composePorts } from './compose-ports';
import { environment } from './environment';

export type Services = {
  readonly db: DbClient;
  readonly vault: Vault;
  readonly ports: Ports;
  readonly secrets: { readonly pageCode: string };
};

const HOME = Symbol.for('portal.services');
type Home = { [HOME]?: Services };

/** The long-lived things of this process. On globalThis, because pages and instrumentation load modules apart. */
export function services(): Services {
  const home = globalThis as Home;
  home[HOME] ??= makeServices();
  return home[HOME];
}

function makeServices(): Services {
  const env = environment();
  const db = openDatabase(env.DATABASE_URL);
  openAddressFile(env.ADDRESS_FILE);
  const ring = env.APP_SECRETS;
  return {
    db,
    vault: openVault({ sealing: ring.sealing, current: ring.currentSealing, blind: ring.blind }),
    ports: composePorts(env, db),
    secrets: { pageCode: ring.pageCode },
  };
}
