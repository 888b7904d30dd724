import type { Db } from '@/lib/db/client';
import type { Vault } from '@/lib/db/vault';
import type { Ports } from '@/lib/ports/ports';
import type { Actor } from './actor';

/** What every command and query is handed; nothing outside it is reached for. */
export type Context<A extends Actor = Actor> = {
  /** The client, or inside `transact` the transaction. */
  readonly db: Db;
  readonly actor: A;
  /** The database's clock (moved by the demo clock), one instant for the whole request. */
  readonly now: Date;
  readonly vault: Vault;
  readonly ports: Ports;
  /** Keys for codes that only this server can check. */
  readonly secrets: { readonly pageCode: string };
  readonly request: { readonly id: string; readonly address: string | null; readonly userAgent: string | null };
};
