import type { Act } from '../disbursement/act-confirm';
import type { Answered } from '../review/acts';

/** What an enterprise does about its paper; forms, and calls to the server. */
export type PaperActs = {
  readonly print: Act;
  readonly takeBack: Act;
  readonly openLink: (input: {
    receiptId: string;
  }) => Promise<Answered<{ captureId: string; pairingCode: string; codeAt: string; address: string }>>;
  readonly cancelLink: (input: { captureId: string }) => Promise<Answered>;
  readonly submitPicture: (input: { photographId: string }) => Promise<Answered>;
};

/** The photograph on the screen, which is the one that is meant. */
export type Seen = { readonly disbursementId: string; readonly photographId: string };

/** What an officer does about a receipt on the desk. */
export type JudgeActs = {
  readonly open: (input: Seen) => Promise<Answered>;
  readonly accept: (input: Seen) => Promise<Answered>;
  readonly giveBack: (input: Seen & { readonly reason: string }) => Promise<Answered>;
};
