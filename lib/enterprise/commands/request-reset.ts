import 'server-only';
import { spendPictureCode } from '@/lib/access/picture-code/spend';
import { takeFromHost, takeFromQuota, type TooMany } from '@/lib/access/commands/take-try';
import type { Context } from '@/lib/access/context';
import { readEnterpriseKey } from '@/lib/access/rules/account-names';
import type { PictureCodeRefusal } from '@/lib/access/rules/sign-in-refusals';
import { RESETS_PER_HOST, RESETS_PER_NETWORK } from '@/lib/access/rules/try-limits';
import { enterpriseByKey } from '@/lib/access/store';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { nextNumber } from '@/lib/db/numbers';
import { rowsWithEqual } from '@/lib/db/sealed';
import { isUniqueViolation, transact } from '@/lib/db/transact';
import { formatNumber } from '@/lib/kernel/numbers';
import { ok, type Result } from '@/lib/kernel/result';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { administratorId, insertResetRequest } from '../change-store';
import type { RequestResetInput } from '../rules/change.schema';

/**
 * 密码重置 asked for in public: by name (or USCC) and the administrator's mobile on record. Whoever asks is answered the
 * same, whether or not there is such an enterprise, such a mobile, or a request already: only staff see what came of it,
 * and what they grant goes to the mobile on record alone.
 */
export async function requestReset(
  ctx: Context,
  input: RequestResetInput,
): Promise<Result<undefined, PictureCodeRefusal | TooMany>> {
  const picture = await spendPictureCode(ctx, {
    id: input.pictureCodeId,
    answer: input.pictureCode,
    purpose: 'reset-request',
  });
  if (!picture.ok) return picture;
  const network = await takeFromQuota(ctx, 'resets', RESETS_PER_NETWORK);
  if (!network.ok) return network;
  const host = await takeFromHost(ctx, 'resets', RESETS_PER_HOST);
  if (!host.ok) return host;

  // Both are looked up whatever the other says, so that an answer tells nothing by its time.
  const enterprise = await enterpriseByKey(ctx.db, readEnterpriseKey(input.enterprise), ctx.now);
  const [administrator, holders] = await Promise.all([
    administratorId(ctx.db, enterprise?.id ?? newId()),
    rowsWithEqual(ctx, 'enterprise_user', 'mobile', input.mobile),
  ]);
  const isOnRecord = administrator !== null && holders.includes(administrator);
  if (enterprise && isOnRecord) await receive(ctx, enterprise.id, input.account);
  return ok();
}

/** One open request for each account; asking again finds it and adds nothing. */
async function receive(ctx: Context, enterpriseId: string, account: string): Promise<void> {
  try {
    await transact(ctx, async (tx) => {
      const id = newId();
      const year = Number(shanghaiDayOf(ctx.now).slice(0, 4));
      const number = formatNumber('BG', year, await nextNumber(tx.db, 'BG', year));
      await insertResetRequest(tx.db, { id, number, enterpriseId, account, at: ctx.now });
      await writeAudit(tx, {
        action: 'changeRequest.receive',
        word: '收到密码重置请求',
        subjectKind: 'changeRequest',
        subjectId: id,
        detail: { number, account },
      });
      return ok();
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
  }
}
