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

/** What an officer does about a receipt on the desk. */
export type JudgeActs = {
  readonly open: (input: { disbursementId: string }) => Promise<Answered>;
  readonly accept: (input: { disbursementId: string }) => Promise<Answered>;
  readonly giveBack: (input: { disbursementId: string; reason: string }) => Promise<Answered>;
};
