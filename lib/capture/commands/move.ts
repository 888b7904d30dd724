import 'server-only';
import type { Context } from '@/lib/access/context';
import { changeStatus, type SomebodyWasFaster } from '@/lib/db/change-status';
import type { Result } from '@/lib/kernel/result';
import { withStep } from '../rules/link';
import { CAPTURE, type CaptureEvent, type CaptureStatus } from '@/lib/receipt/rules/capture-states';

type Link = { readonly id: string; readonly status: CaptureStatus; readonly version: number; readonly steps: unknown };

/** Moves a link on and notes when it came there, for the desktop that follows. */
export async function move(
  tx: Context,
  link: Link,
  event: CaptureEvent,
  set: Record<string, unknown> = {},
  detail: Record<string, unknown> = {},
): Promise<Result<{ to: CaptureStatus; version: number }, SomebodyWasFaster>> {
  const [edge] = CAPTURE.edgesFrom(link.status, event);
  const steps = withStep(link.steps, edge?.to ?? link.status, tx.now);
  return changeStatus(tx, CAPTURE, link, event, { set: { ...set, steps, lastSeenAt: tx.now }, detail });
}
