import 'server-only';
import { cookies } from 'next/headers';
import type { PhoneActor } from '@/lib/access/actor';
import { Denied } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { hashDevice } from '@/lib/capture/commands/enter';
import { explainCapture } from '@/lib/capture/rules/refusals';
import { captureById } from '@/lib/capture/store';
import { refuse } from '@/lib/kernel/result';
import { answerJson } from './answer';
import { servesHttps } from './environment';
import { requestContext } from './request-context';
import { problem } from './route';
import { isSameOrigin } from './same-origin';

const COOKIE = 'portal.capture';
/** Longer than a link lives between two signs of life; what has ended is no use to anybody. */
const COOKIE_SECONDS = 4 * 60 * 60;

/** The link and secret that this phone keeps, or null. Good for its one receipt and nothing else. */
export async function readDevice(): Promise<{ captureId: string; secret: string } | null> {
  const [captureId, secret] = ((await cookies()).get(COOKIE)?.value ?? '').split('.');
  return captureId && secret ? { captureId, secret } : null;
}

export async function writeDevice(device: { captureId: string; secret: string }): Promise<void> {
  (await cookies()).set(COOKIE, `${device.captureId}.${device.secret}`, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/api/phone',
    secure: servesHttps(),
    maxAge: COOKIE_SECONDS,
  });
}

/** The context of a phone that holds its link; null when it never opened one, and said when another phone took it over. */
async function phoneContext(): Promise<Context<PhoneActor> | 'taken-over' | null> {
  const [ctx, device] = await Promise.all([requestContext(), readDevice()]);
  if (!device || !/^[0-9a-f-]{36}$/.test(device.captureId)) return null;
  const link = await captureById(ctx.db, device.captureId);
  if (!link?.deviceHash) return null;
  const deviceHash = hashDevice(link.id, device.secret);
  // Secrets are given out for links that nobody holds or that somebody gave up: one that is no longer good was good before.
  if (link.deviceHash !== deviceHash) return 'taken-over';
  const actor: PhoneActor = {
    kind: 'phone',
    captureId: link.id,
    deviceHash,
    receiptId: link.receiptId,
    enterpriseId: link.receipt.disbursement.enterpriseId,
  };
  return { ...ctx, actor };
}

/** The guarded entrance of the phone's routes: same origin for what changes something, and the phone that holds the link. */
export function phoneRoute(
  rule: { readonly changes: boolean },
  handle: (given: { ctx: Context<PhoneActor>; request: Request }) => Promise<Response>,
) {
  return async (request: Request): Promise<Response> => {
    if (rule.changes && !(await isSameOrigin())) return problem(403, 'foreign-origin');
    const ctx = await phoneContext();
    if (!ctx) return problem(401, 'link-unknown');
    if (ctx === 'taken-over') return answerJson(refuse({ code: ctx }), explainCapture);
    try {
      return await handle({ ctx, request });
    } catch (error) {
      if (error instanceof Denied) return problem(404, 'not-found');
      throw error;
    }
  };
}
