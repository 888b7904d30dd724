import { machine } from '@/lib/kernel/machine';

export const EXTENSION_STATUSES = ['ASKED', 'GRANTED', 'REFUSED'] as const;
export type ExtensionStatus = (typeof EXTENSION_STATUSES)[number];
export type ExtensionEvent = 'grant' | 'refuse';

/** The life of a 延期申请: asked once per case that expired, answered by 复审. A consent is told by the case's own edge. */
export const EXTENSION = machine<ExtensionStatus, ExtensionEvent>(
  'extension request',
  { initial: 'ASKED', states: EXTENSION_STATUSES, ends: ['GRANTED', 'REFUSED'] },
  [
    // from   event     to         by       word          tells
    ['ASKED', 'grant', 'GRANTED', 'final', '同意延期', null],
    ['ASKED', 'refuse', 'REFUSED', 'final', '不同意延期', 'extension-answered'],
  ],
);

export const EXTENSION_STATUS: Readonly<Record<ExtensionStatus, { word: string; tone: 'amber' | 'green' | 'red' }>> = {
  ASKED: { word: '等待答复', tone: 'amber' },
  GRANTED: { word: '已同意', tone: 'green' },
  REFUSED: { word: '不同意', tone: 'red' },
};
