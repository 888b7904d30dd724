import 'server-only';
import type { Context } from '../context';
import { changeStatus, type SomebodyWasFaster } from '@/lib/db/change-status';
import { ok, type Result } from '@/lib/kernel/result';
import { CAPTURE } from '@/lib/receipt/rules/capture-states';
import { lockLiveLinks, type LinksOf } from '../phone-links-store';

/**
 * Ends capture links in the caller's transaction, since a phone asks nobody who sent it: a link is a way in like a
 * session. The phone shows the reason. Answers how many there were.
 */
export async function endPhoneLinks(
  tx: Context,
  of: LinksOf,
  endReason: string,
): Promise<Result<number, SomebodyWasFaster>> {
  const links = await lockLiveLinks(tx.db, of);
  for (const link of links) {
    const ended = await changeStatus(tx, CAPTURE, link, 'cancel', { set: { endReason } });
    if (!ended.ok) return ended;
  }
  return ok(links.length);
}
