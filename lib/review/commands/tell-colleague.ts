import 'server-only';
import type { Context } from '@/lib/access/context';
import { enqueue } from '@/lib/db/enqueue';

/** Has the colleague whom this act of the log names (`toId`) told of it by SMS and mail, where there is an address. */
export async function tellColleague(
  tx: Context,
  kind: 'case-handed-over' | 'opinion-asked',
  applicationId: string,
  auditId: string,
): Promise<void> {
  const told = { kind, subjectKind: 'caseForColleague', subjectId: applicationId, auditId };
  await enqueue(tx.db, 'tell', told, { key: `tell ${auditId}` });
}
