import { machine } from '@/lib/kernel/machine';

export type ObjectionStatus = 'RECEIVED' | 'HANDLING' | 'UPHELD' | 'DISMISSED' | 'NOT_ACCEPTED';
export type ObjectionEvent = 'handle' | 'uphold' | 'dismiss' | 'notAccept';

/** The life of an objection (异议). */
export const OBJECTION = machine<ObjectionStatus, ObjectionEvent>(
  'objection',
  {
    initial: 'RECEIVED',
    states: ['RECEIVED', 'HANDLING', 'UPHELD', 'DISMISSED', 'NOT_ACCEPTED'],
    ends: ['UPHELD', 'DISMISSED', 'NOT_ACCEPTED'],
  },
  [
    ['RECEIVED', 'handle', 'HANDLING', 'notice', '受理异议', null],
    ['RECEIVED', 'notAccept', 'NOT_ACCEPTED', 'notice', '不予受理', 'objection-answered'],
    ['HANDLING', 'uphold', 'UPHELD', 'final', '异议成立', 'objection-answered'],
    ['HANDLING', 'dismiss', 'DISMISSED', 'final', '异议不成立', 'objection-answered'],
  ],
);
