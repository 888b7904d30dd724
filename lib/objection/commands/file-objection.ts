import 'server-only';
import { takeFromHost, takeFromQuota } from '@/lib/access/commands/take-try';
import type { Context } from '@/lib/access/context';
import { spendPictureCode } from '@/lib/access/picture-code/spend';
import { OBJECTIONS_PER_HOST, OBJECTIONS_PER_NETWORK } from '@/lib/access/rules/try-limits';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { transact } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { FileObjectionInput } from '../rules/objection.schema';
import type { FileObjectionRefusal } from '../rules/refusals';
import { insertClue, isRunning, noticeForObjection, placePapers, type NoticeForObjection } from '../store';
import { receiveObjection } from './receive-objection';
import { PUBLIC_PAPER, ticketOf } from './upload-paper';

/** What came of it: an objection with its receipt, or a hint that nobody is answered about. */
export type Filed = { readonly kind: 'objection'; readonly id: string } | { readonly kind: 'clue' };
type Answer = Result<Filed, FileObjectionRefusal>;

/**
 * 提出异议 on the page of a running notice. By name it is an objection: numbered, with a clock, and its case waits until it
 * is decided. Without a name it is kept as 线索 and holds up nothing.
 */
export async function fileObjection(ctx: Context, input: FileObjectionInput): Promise<Answer> {
  const code = { id: input.pictureCodeId, answer: input.pictureCode, purpose: 'objection' } as const;
  const picture = await spendPictureCode(ctx, code);
  if (!picture.ok) return picture;
  const network = await takeFromQuota(ctx, 'objections', OBJECTIONS_PER_NETWORK);
  if (!network.ok) return network;
  const host = await takeFromHost(ctx, 'objections', OBJECTIONS_PER_HOST);
  if (!host.ok) return host;
  return transact(ctx, async (tx): Promise<Answer> => {
    const notice = await noticeForObjection(tx.db, input.number);
    if (!notice || !isRunning(notice, shanghaiDayOf(tx.now))) return refuse({ code: 'notice-over' });
    const line = notice.entries.find(({ position }) => position === input.place);
    if (input.place > 0 && (!line || line.withdrawnAt)) return refuse({ code: 'no-such-line' });
    if (input.manner === 'anonymous') return ok(await keepClue(tx, notice, input));
    const objection = { ...input, entry: line ?? null, via: 'ONLINE', isLate: false, recordedById: null } as const;
    const { id } = await receiveObjection(tx, notice, objection);
    const papers = { uploadedBy: ticketOf(tx, input.ticket), purpose: PUBLIC_PAPER, objectionId: id, at: tx.now };
    if (!(await placePapers(tx.db, input.fileIds, papers))) return refuse({ code: 'papers-gone' });
    return ok({ kind: 'objection', id });
  });
}

async function keepClue(tx: Context, notice: NoticeForObjection, input: FileObjectionInput): Promise<Filed> {
  const id = newId();
  const lines = input.place > 0 ? [input.place] : [];
  await insertClue(tx.db, { id, noticeId: notice.id, lines, facts: input.facts, at: tx.now });
  await writeAudit(tx, { action: 'clue.receive', word: '收到匿名线索', subjectKind: 'clue', subjectId: id });
  return { kind: 'clue' };
}
