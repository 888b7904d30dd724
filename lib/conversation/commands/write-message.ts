import 'server-only';
import type { z } from 'zod';
import type { EnterpriseActor, StaffActor } from '@/lib/access/actor';
import { authorise, may } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import type { CommonRefusal } from '@/lib/access/refusals';
import { PUBLIC_STATUS } from '@/lib/application/rules/labels';
import { writeAudit } from '@/lib/audit/write';
import { enqueue } from '@/lib/db/enqueue';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { messageSchema } from '../rules/conversation.schema';
import type { ConversationRefusal } from '../rules/refusals';
import { isOpenFor, roleOf, sideOf, WRITES_MAX, WRITES_MINUTES } from '../rules/sides';
import * as store from '../store';

type Answer = Result<undefined, ConversationRefusal | CommonRefusal>;

/**
 * 留言 on a case, by the enterprise or by the office. It is never changed; the other side is told and finds it among
 * what waits. Whoever answers has read what was written before.
 */
export async function writeMessage(
  ctx: Context<EnterpriseActor | StaffActor>,
  input: z.infer<typeof messageSchema>,
): Promise<Answer> {
  const { applicationId, key, text } = input;
  const side = sideOf(ctx.actor);
  return transact(ctx, async (tx): Promise<Answer> => {
    await store.lockCase(tx.db, applicationId);
    const row = await store.caseForConversation(tx.db, applicationId);
    if (!row || !may(ctx.actor, 'conversation.read', row)) return refuse({ code: 'not-found' });
    authorise(ctx.actor, 'conversation.write', row);
    if (await store.messageByKey(tx.db, applicationId, key)) return ok();
    if (!isOpenFor(row.status)) return refuse({ code: 'conversation-closed', now: PUBLIC_STATUS[row.status].word });
    const since = new Date(tx.now.getTime() - WRITES_MINUTES * 60_000);
    if ((await store.writtenSince(tx.db, applicationId, ctx.actor.id, since)) >= WRITES_MAX)
      return refuse({ code: 'too-many-messages' });
    await store.insertMessage(tx.db, {
      ...{ applicationId, key, side, text, createdAt: tx.now },
      authorId: ctx.actor.id,
      authorName: ctx.actor.displayName,
      authorRole: roleOf(ctx.actor),
    });
    await store.markRead(tx.db, applicationId, side, tx.now);
    await tellOther(tx, applicationId, side);
    return ok();
  });
}

async function tellOther(tx: Context, applicationId: string, side: 'ENTERPRISE' | 'STAFF'): Promise<void> {
  const auditId = await writeAudit(tx, {
    action: 'application.message',
    word: '留言',
    subjectKind: 'application',
    subjectId: applicationId,
  });
  const told =
    side === 'STAFF'
      ? { kind: 'case-message', subjectKind: 'application' }
      : { kind: 'case-message-to-staff', subjectKind: 'caseForStaff' };
  await enqueue(tx.db, 'tell', { ...told, subjectId: applicationId, auditId }, { key: `tell ${auditId}` });
}
