import 'server-only';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { inTransaction } from '@/lib/db/transact';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { RegisteredEntity } from '@/lib/ports/entity-register';

export type { RegisteredEntity };

/**
 * Asks the legal-entity register (法人库) for an enterprise. Which of USCC and name did not match stands in the log only:
 * the page says the same for both.
 */
export async function inRegister(
  ctx: Context,
  given: { readonly uscc: string; readonly name: string },
): Promise<Result<RegisteredEntity, { code: 'not-in-register' } | { code: 'register-unavailable' }>> {
  const found = await ctx.ports.register.lookUp(given);
  if (found.answer === 'match') return ok(found.entity);
  if (found.answer === 'unavailable') return refuse({ code: 'register-unavailable' });
  const fact = { action: 'register.noMatch', word: '法人库未匹配', subjectKind: 'uscc', subjectId: given.uscc };
  await inTransaction(ctx, (tx) => writeAudit(tx, { ...fact, detail: { why: found.why } }));
  return refuse({ code: 'not-in-register' });
}
