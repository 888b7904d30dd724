import { machine } from '@/lib/kernel/machine';

export type OpinionStatus = 'ASKED' | 'ANSWERED' | 'WITHDRAWN' | 'CLOSED';
export type OpinionEvent = 'answer' | 'withdraw' | 'close';

/** The life of an opinion that a colleague is asked for (加签). It binds nobody: the case goes on with or without it. */
export const OPINION = machine<OpinionStatus, OpinionEvent>(
  'opinion',
  {
    initial: 'ASKED',
    states: ['ASKED', 'ANSWERED', 'WITHDRAWN', 'CLOSED'],
    ends: ['ANSWERED', 'WITHDRAWN', 'CLOSED'],
  },
  [
    // from   event       to           by                  word           tells
    ['ASKED', 'answer', 'ANSWERED', ['first', 'final'], '答复加签', null],
    ['ASKED', 'withdraw', 'WITHDRAWN', ['first', 'final'], '撤回加签', null],
    // The case left the stage, or the colleague was disabled.
    ['ASKED', 'close', 'CLOSED', 'clock', '加签失效', null],
  ],
);
