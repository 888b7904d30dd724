import { machine } from '@/lib/kernel/machine';

export type NoticeStatus = 'DRAFT' | 'PUBLISHED' | 'ENDED' | 'WITHDRAWN';
export type NoticeEvent = 'publish' | 'end' | 'withdraw';

/** The life of a public notice (公示). */
export const NOTICE = machine<NoticeStatus, NoticeEvent>(
  'notice',
  { initial: 'DRAFT', states: ['DRAFT', 'PUBLISHED', 'ENDED', 'WITHDRAWN'], ends: ['ENDED', 'WITHDRAWN'] },
  [
    ['DRAFT', 'publish', 'PUBLISHED', 'notice', '发布公示', null],
    ['PUBLISHED', 'end', 'ENDED', 'clock', '公示期满', null],
    ['PUBLISHED', 'withdraw', 'WITHDRAWN', 'final', '撤下公示', null],
  ],
);
