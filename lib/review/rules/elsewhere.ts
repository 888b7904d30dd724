import type { ApplicationStatus } from '@/lib/application/rules/states';

/** A case as another one points to it. Names of people are masked: the reviewer follows the link to see more. */
export type PastCase = {
  readonly id: string;
  readonly number: string;
  readonly programmeName: string;
  readonly year: number;
  readonly status: ApplicationStatus;
  readonly submittedAt: Date | null;
  readonly approvedFen: number | null;
  /** Why it was refused, or what it was last returned for. */
  readonly reason: string | null;
};

/** A person of this case in another one: of this programme or not, granted or not. */
export type PersonElsewhere = PastCase & {
  readonly enterpriseName: string;
  readonly isOwn: boolean;
  /** The last word on this person there; null while nobody decided. */
  readonly supported: boolean | null;
  readonly because: string | null;
};

export type Twin = {
  readonly id: string;
  readonly number: string;
  readonly enterpriseName: string;
  readonly isOwn: boolean;
  readonly maskedName: string | null;
};

/** Another enterprise with the same account or telephone, and a case of it to look at, where it has one. */
export type EnterpriseTwin = {
  readonly enterpriseName: string;
  /** What is the same, as it may be shown. */
  readonly masked: string;
  readonly case: { readonly id: string; readonly number: string } | null;
};

export type Elsewhere = {
  /** By SHA-256 of a file of this case. */
  readonly files: Readonly<Record<string, readonly Twin[]>>;
  /** By talent id: every other case that the person was handed in with, newest first. */
  readonly persons: Readonly<Record<string, readonly PersonElsewhere[]>>;
  /** By talent id: somebody else who was handed in with the same telephone. */
  readonly mobiles: Readonly<Record<string, readonly Twin[]>>;
  readonly accounts: readonly EnterpriseTwin[];
  readonly contacts: readonly EnterpriseTwin[];
  /** Of the enterprise, newest first. */
  readonly past: readonly PastCase[];
};

export const NOTHING_ELSEWHERE: Elsewhere = {
  ...{ files: {}, persons: {}, mobiles: {}, accounts: [], contacts: [], past: [] },
};
