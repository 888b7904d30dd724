import type { StatusLabel } from '@/lib/application/rules/labels';
import type { ObjectionStatus } from './states';

type Label = Omit<StatusLabel, 'next'>;

/** An objection as staff and whoever raised it read it. */
export const OBJECTION_STATUS: Readonly<Record<ObjectionStatus, Label>> = {
  RECEIVED: { word: '已收到', tone: 'amber', icon: 'clock' },
  HANDLING: { word: '核查中', tone: 'blue', icon: 'search' },
  UPHELD: { word: '异议成立', tone: 'green', icon: 'check-circle' },
  DISMISSED: { word: '异议不成立', tone: 'neutral', icon: 'close-circle' },
  NOT_ACCEPTED: { word: '不予受理', tone: 'neutral', icon: 'minus' },
};

export const VIAS = ['ONLINE', 'LETTER', 'TELEPHONE', 'VISIT'] as const;
export type Via = (typeof VIAS)[number];

export const VIA_WORDS: Readonly<Record<Via, string>> = {
  ONLINE: '网上提出',
  LETTER: '来信',
  TELEPHONE: '来电',
  VISIT: '来访',
};

/** What stands on a case or a talent while an objection is looked into. It says nothing of who raised it. */
export const HOLD_WORDS = '公示异议核查中';
