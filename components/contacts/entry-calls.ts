import type { ReactNode } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { FoundBanks } from '@/lib/enterprise/bank-queries';

type No = { ok: false; explained: Explained; code?: string };
export type Saved = { ok: true; value: { id: string } } | No;
export type Done = { ok: true } | No;

/** The acts on one list of the enterprise: save answers the id to choose from now on. */
export type EntryCalls = {
  readonly save: (given: unknown) => Promise<Saved>;
  readonly retire: (given: unknown) => Promise<Done>;
};

/** Asks the bank table by words and by number. */
export type FindBanks = (given: unknown) => Promise<{ ok: true; value: FoundBanks } | No>;

/** Fields of a form that are drawn and filled in together. */
export type EntryMore = {
  readonly names: readonly string[];
  readonly draw: (given: {
    /** Goes before the name of a field: the summary of errors links there. */
    readonly id: string;
    readonly errors: Readonly<Record<string, string>>;
    readonly start: Readonly<Record<string, string>>;
  }) => ReactNode;
};
