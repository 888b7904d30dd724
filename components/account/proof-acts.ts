import type { FormAction } from './account-form';

/** How somebody of an enterprise proves once more that it is still he. */
export type ProofActs = {
  /** Sends the code, for the password. */
  readonly ask: FormAction;
  /** Password, and the code where one is sent. */
  readonly prove: FormAction;
  /** Where the code goes, masked; null where nothing is bound and the password alone proves. */
  readonly sendsTo: string | null;
};
