import type { Explained } from '@/lib/access/refusals';

export type Saved = { ok: true; value: { id: string } } | { ok: false; explained: Explained };
export type Done = { ok: true } | { ok: false; explained: Explained };

/** The acts on one list of the enterprise: save answers the id to choose from now on. */
export type EntryCalls = {
  readonly save: (given: unknown) => Promise<Saved>;
  readonly retire: (given: unknown) => Promise<Done>;
};
