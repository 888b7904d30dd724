import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { decode } from 'next-auth/jwt';
import { SESSION_HOURS } from '@/lib/access/commands/begin-session';
import { signOut } from '@/lib/access/commands/sign-out';
import { paths } from '@/lib/kernel/paths';
import { environment, servesHttps } from '@/lib/runtime/environment';
import { requestContext } from '@/lib/runtime/request-context';
import { sessionCookieName } from '@/lib/runtime/session-cookie';

/**
 * next-auth as the keeper of the cookie only. There is no provider: nobody signs in here, so nobody comes past the
 * picture code. What the session endpoint tells is when a live session ends, and nothing of whose it is.
 */
export function authOptions(): NextAuthOptions {
  return {
    providers: [],
    secret: environment().APP_SECRETS.session,
    session: { strategy: 'jwt', maxAge: SESSION_HOURS * 60 * 60 },
    pages: { signIn: paths.login(), signOut: paths.home(), error: paths.login() },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: servesHttps() },
      },
    },
    jwt: {
      // The cookie may outlive its row: signed out, disabled, or idle for too long.
      decode: async (given) => {
        const { actor } = await requestContext();
        return actor.kind === 'public' ? null : decode(given);
      },
    },
    callbacks: {
      jwt: ({ token }) => ({ sid: token.sid }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async () => {
        await signOut(await requestContext());
      },
    },
  };
}
