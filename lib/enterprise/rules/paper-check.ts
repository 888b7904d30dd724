import type { PaperCheckState } from './registration-papers';

/** What an uploaded picture or scan of a printed form turned out to be. */
export type PaperCheck = {
  /**
   * `match`: this form in the version that stands. `other-paper`: one of ours, but another form or another case.
   * `other-version`: this form, printed before something was changed. `foreign`: not printed by this system, or made up.
   * `unreadable`: nothing could be told; a person looks.
   */
  readonly state: PaperCheckState;
  /** False: this upload cannot stand for the paper. True: it may, perhaps with something for staff to look at. */
  readonly mayKeep: boolean;
  /** `clean`: nothing to remark. `doubt`: may be handed in, and staff look twice. `refuse`: as `mayKeep` false. */
  readonly verdict: 'clean' | 'doubt' | 'refuse';
  /** In words for the clerk, gravest first: what is the matter and what to do about it. Never empty. */
  readonly findings: readonly string[];
  /** Whether a red seal was seen in its zone; null when the sheet was not found. */
  readonly seal: 'PRESENT' | 'DOUBTFUL' | 'ABSENT' | null;
  /** The version that was uploaded, where its code was read and is genuine. */
  readonly version: number | null;
};
