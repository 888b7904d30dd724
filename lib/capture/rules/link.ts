/** A link that nobody opened ends after this long. */
export const UNOPENED_MINUTES = 10;
/** An opened one ends when the phone gave no sign of life for this long. */
export const SILENT_MINUTES = 30;

export type CaptureStep = { readonly status: string; readonly at: string };

/** The steps as kept with the link; anything else in the column counts as none. */
export function readSteps(json: unknown): CaptureStep[] {
  return Array.isArray(json)
    ? json.filter((one): one is CaptureStep => typeof one?.status === 'string' && typeof one?.at === 'string')
    : [];
}

export function withStep(json: unknown, status: string, at: Date): CaptureStep[] {
  return [...readSteps(json), { status, at: at.toISOString() }];
}
