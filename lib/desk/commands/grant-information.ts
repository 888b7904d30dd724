import 'server-only';
import type { Context } from '@/lib/access/context';
import { writeAudit } from '@/lib/audit/write';
import { newId } from '@/lib/db/ids';
import { advance } from '@/lib/disbursement/commands/advance';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { CommonRefusal } from '@/lib/access/refusals';
import * as store from '../store';
import type { RequestRow } from '../store';
import type { Granted } from '../rules/refusals';

/**
 * 企业信息变更: the registered fields change, each with what stood there before. What was submitted and issued keeps the
 * name it was made under; what is still to be issued uses the new one, so a receipt that was not accepted is voided.
 */
export async function grantInformation(tx: Context, row: RequestRow): Promise<Granted> {
  await store.lockEnterprise(tx.db, row.enterpriseId);
  const enterprise = await store.enterpriseById(tx.db, row.enterpriseId);
  if (!enterprise) return refuse({ code: 'not-found' });
  const asked = row.fields as Record<string, string>;
  const profile = enterprise.profile as Record<string, string>;
  const standing: Record<string, string> = { ...profile, name: enterprise.name };
  const changes = Object.entries(asked).filter(([field, after]) => (standing[field] ?? '') !== after);
  const name = asked.name ?? enterprise.name;
  await store.updateEnterprise(tx.db, enterprise.id, {
    name,
    normalisedName: normaliseEnterpriseName(name),
    profile: { ...profile, ...asked, ...('name' in profile || asked.name ? { name } : {}) },
  });
  await store.insertFieldChanges(
    tx.db,
    changes.map(([field, after]) => ({
      id: newId(),
      enterpriseId: enterprise.id,
      field,
      before: standing[field] ?? '',
      after,
      normalisedBefore: field === 'name' ? enterprise.normalisedName : null,
      source: `企业信息变更 ${row.number ?? ''}`,
      requestId: row.id,
      at: tx.now,
    })),
  );
  await writeAudit(tx, {
    action: 'enterprise.change',
    word: '更新登记信息',
    subjectKind: 'enterprise',
    subjectId: enterprise.id,
    detail: { request: row.number, fields: changes.map(([field]) => field) },
  });
  return name === enterprise.name ? ok() : voidReceipts(tx, enterprise.id);
}

async function voidReceipts(tx: Context, enterpriseId: string): Promise<Result<undefined, CommonRefusal>> {
  for (const disbursement of await store.unacceptedPapers(tx.db, enterpriseId)) {
    const moved = await advance(tx, disbursement, 'rename', { detail: { reason: '企业名称已变更' } });
    if (!moved.ok) return moved;
  }
  return ok();
}
