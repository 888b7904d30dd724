import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { transact } from '@/lib/db/transact';
import { ok } from '@/lib/kernel/result';
import { missingOf, setMissing } from '../font-store';
import { codePointOf } from '../rules/paper-font';

/** Puts the characters for which a receipt was refused on the administrator's list; a second try changes nothing. */
export async function noteMissing(
  ctx: Context<EnterpriseActor>,
  disbursementId: string,
  characters: readonly string[],
): Promise<void> {
  await transact(ctx, async (tx) => {
    const known = await missingOf(tx.db, disbursementId);
    await setMissing(tx.db, disbursementId, characters, tx.now);
    if (characters.every((one) => known.includes(one))) return ok();
    await writeAudit(tx, {
      action: 'receipt.refuse',
      word: '字库缺字，暂不能打印收据',
      subjectKind: 'disbursement',
      subjectId: disbursementId,
      detail: { characters: characters.map(codePointOf) },
    });
    return ok();
  });
}
