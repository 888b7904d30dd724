import 'server-only';
import { headers } from 'next/headers';
import { cache } from 'react';
import { PUBLIC, type Actor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { actorOfSession } from '@/lib/access/sessions';
import { newId } from '@/lib/db/ids';
import { clientAddress } from '@/lib/access/rules/client-address';
import { databaseNow } from './clock';
import { environment } from './environment';
import { PEER_HEADER } from './peer-address';
import { services } from './services';
import { hashToken, readSessionCookie } from './session-cookie';

/** The context of the request at hand, made once per request: who, when, from where, with what. */
export const requestContext = cache(async (): Promise<Context> => {
  const { db, vault, ports, secrets } = services();
  const [now, token, head] = await Promise.all([databaseNow(db), readSessionCookie(), headers()]);
  const actor: Actor = (token && (await actorOfSession(db, hashToken(token), now))) || PUBLIC;
  return {
    db,
    actor,
    now,
    vault,
    ports,
    secrets,
    request: {
      id: newId(),
      address: clientAddress({
        forwarded: head.get('x-forwarded-for'),
        peer: head.get(PEER_HEADER) || null,
        trustedProxies: environment().TRUSTED_PROXIES,
      }),
      userAgent: head.get('user-agent')?.slice(0, 300) ?? null,
    },
  };
});

/** A context for work that no request started: jobs, seeds, scripts. */
export async function systemContext(job: string): Promise<Context> {
  const { db, vault, ports, secrets } = services();
  return {
    db,
    actor: { kind: 'system', job },
    now: await databaseNow(db),
    vault,
    ports,
    secrets,
    request: { id: newId(), address: null, userAgent: null },
  };
}
