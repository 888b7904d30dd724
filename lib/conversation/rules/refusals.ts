import type { Explanations } from '@/lib/access/refusals';
import { WRITES_MINUTES } from './sides';

export type ConversationRefusal =
  { readonly code: 'conversation-closed'; readonly now: string } | { readonly code: 'too-many-messages' };

export const explainConversation: Explanations<ConversationRefusal> = {
  'conversation-closed': ({ now }) => ({
    title: '留言已关闭',
    why: `本申请目前是“${now}”，不能再留言。已有的留言都在。`,
    next: [{ label: '如有疑问，请联系业务窗口' }],
  }),
  'too-many-messages': () => ({
    title: '留言过于频繁',
    why: `您在 ${WRITES_MINUTES} 分钟内已写了多条留言。写下的内容还在。`,
    next: [{ label: `请 ${WRITES_MINUTES} 分钟后再发，或合并为一条` }],
  }),
};
