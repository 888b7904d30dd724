import type { StatusLabel } from '@/lib/application/rules/labels';
import type { NoticeStatus } from './states';

/** A notice as staff read it. */
export const NOTICE_STATUS: Readonly<Record<NoticeStatus, Omit<StatusLabel, 'next'>>> = {
  DRAFT: { word: '未发布', tone: 'amber', icon: 'pen' },
  PUBLISHED: { word: '公示中', tone: 'blue', icon: 'megaphone' },
  ENDED: { word: '已结束', tone: 'neutral', icon: 'check-circle' },
  WITHDRAWN: { word: '已撤下', tone: 'neutral', icon: 'minus' },
};
