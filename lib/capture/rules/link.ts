/** A link that nobody opened ends after this long. */
export const UNOPENED_MINUTES = 10;
/** An opened one ends when the phone gave no sign of life for this long. */
export const SILENT_MINUTES = 30;
/** What stands as the reason of a link that the clock ended. */
export const SILENT = '长时间没有动静';

/** A photograph may have so many bytes: 20 MB. */
export const PICTURE_BYTES_MAX = 20 * 1024 * 1024;

const MINUTE_MS = 60_000;
const OPENED = ['OPENED', 'CAMERA', 'PHOTOGRAPHED', 'CHECKED'];

type Life = { readonly status: string; readonly tokenAt: Date; readonly lastSeenAt: Date };

/** From then on a code lets no phone in that does not hold the link already, so that a picture of it is soon worth nothing. */
export function codeEndsAt(tokenAt: Date): Date {
  return new Date(tokenAt.getTime() + UNOPENED_MINUTES * MINUTE_MS);
}

/** When the clock ends a link, unless something happens before; null for one that has ended. */
export function endsAt({ status, tokenAt, lastSeenAt }: Life): Date | null {
  if (status === 'WAITING') return codeEndsAt(tokenAt);
  return OPENED.includes(status) ? new Date(lastSeenAt.getTime() + SILENT_MINUTES * MINUTE_MS) : null;
}

/** True from the moment at which the clock ends it, whether or not anybody has noticed yet. */
export function isOverdue(link: Life, now: Date): boolean {
  const end = endsAt(link);
  return end !== null && end.getTime() <= now.getTime();
}

export type CaptureStep = { readonly status: string; readonly at: string };

/** The steps as kept with the link; anything else in the column counts as none. */
export function readSteps(json: unknown): CaptureStep[] {
  return Array.isArray(json)
    ? json.filter((one): one is CaptureStep => typeof one?.status === 'string' && typeof one?.at === 'string')
    : [];
}

/** Whether it is this phone that has the link now. */
export function holds(phone: { readonly deviceHash: string }, link: { readonly deviceHash: string | null }): boolean {
  return link.deviceHash === phone.deviceHash;
}

/** When the phone that holds the link opened it, ISO 8601; null before any did. */
export function heldSince(steps: readonly CaptureStep[]): string | null {
  return steps.findLast(isOpening)?.at ?? null;
}

/** When another phone took the link over, ISO 8601; null where the first phone still has it. */
export function takenOverAt(steps: readonly CaptureStep[]): string | null {
  const openings = steps.filter(isOpening);
  return openings.length > 1 ? (openings.at(-1)?.at ?? null) : null;
}

const isOpening = ({ status }: CaptureStep) => status === 'OPENED';

export function withStep(json: unknown, status: string, at: Date): CaptureStep[] {
  return [...readSteps(json), { status, at: at.toISOString() }];
}
