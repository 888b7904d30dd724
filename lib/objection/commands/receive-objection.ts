import 'server-only';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { nextNumber } from '@/lib/db/numbers';
import { formatNumber } from '@/lib/kernel/numbers';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { noticeTerms } from '../notice-terms';
import type { Via } from '../rules/labels';
import type { Objector } from '../rules/mentions';
import { acceptBy } from '../rules/terms';
import { insertObjection, sealObjector, type NoticeForObjection } from '../store';

type Received = Objector & {
  readonly entry: NoticeForObjection['entries'][number] | null;
  readonly facts: string;
  readonly via: Via;
  readonly isLate: boolean;
  readonly recordedById: string | null;
};

/** Writes an objection with its number and its first deadline, in the caller's transaction. */
export async function receiveObjection(
  tx: Context,
  notice: NoticeForObjection,
  { entry, facts, via, isLate, recordedById, ...objector }: Received,
): Promise<{ id: string; number: string }> {
  const id = newId();
  const year = Number(shanghaiDayOf(tx.now).slice(0, 4));
  const number = formatNumber('YY', year, await nextNumber(tx.db, 'YY', year));
  const row = { id, number, noticeId: notice.id, isWholeList: entry === null, facts, via, isLate, recordedById };
  const acceptDueOn = acceptBy(await noticeTerms(tx, notice.id), tx.now);
  await insertObjection(tx.db, { ...row, receivedAt: tx.now, acceptDueOn }, entry ? [entry] : []);
  await sealObjector(tx, id, objector);
  await writeAudit(tx, {
    ...{ action: 'objection.receive', word: '收到异议', subjectKind: 'objection', subjectId: id, to: 'RECEIVED' },
    detail: { number, notice: notice.number, place: entry?.position ?? 0, via, isLate },
  });
  return { id, number };
}
