import 'server-only';
import type { EnterpriseActor, StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { isOpenFor, sideOf } from './rules/sides';
import { caseForConversation, inboxRows, messagesOf, readUpTo, type InboxRow } from './store';

export type MessageView = {
  readonly id: string;
  /** Staff read names; the enterprise reads the role of whoever wrote. */
  readonly by: string;
  readonly isOwnSide: boolean;
  readonly isUnread: boolean;
  readonly text: string;
  readonly at: Date;
};

export type ConversationView = {
  readonly applicationId: string;
  /** Oldest first. */
  readonly messages: readonly MessageView[];
  readonly unread: number;
  readonly mayWrite: boolean;
  readonly isOpen: boolean;
};

const MOST = 200;

/** The messages on a case for whoever may read it. */
export async function conversationOf(
  ctx: Context<EnterpriseActor | StaffActor>,
  applicationId: string,
): Promise<ConversationView> {
  const row = await caseForConversation(ctx.db, applicationId);
  authorise(ctx.actor, 'conversation.read', row ?? {});
  const side = sideOf(ctx.actor);
  const [rows, read] = await Promise.all([
    messagesOf(ctx.db, applicationId, MOST),
    readUpTo(ctx.db, applicationId, side),
  ]);
  const messages = rows.reverse().map((one) => ({
    id: one.id,
    by: nameFor(side, one, row?.enterprise.name ?? ''),
    isOwnSide: one.side === side,
    isUnread: one.side !== side && (read === null || one.createdAt > read),
    text: one.text,
    at: one.createdAt,
  }));
  return {
    applicationId,
    messages,
    unread: messages.filter(({ isUnread }) => isUnread).length,
    mayWrite: row !== null && may(ctx.actor, 'conversation.write', row),
    isOpen: row !== null && isOpenFor(row.status),
  };
}

type Written = { readonly side: string; readonly authorName: string; readonly authorRole: string };

function nameFor(reader: string, { side, authorName, authorRole }: Written, enterprise: string): string {
  if (reader === 'ENTERPRISE') return side === 'ENTERPRISE' ? authorName : authorRole;
  return side === 'ENTERPRISE' ? `${enterprise} ${authorName}` : `${authorRole} ${authorName}`;
}

/** 企业留言 that nobody of the office has read. */
export async function inbox(ctx: Context<StaffActor>): Promise<InboxRow[]> {
  authorise(ctx.actor, 'conversation.inbox');
  return inboxRows(ctx.db, MOST);
}
