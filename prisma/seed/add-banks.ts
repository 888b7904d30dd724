import { createHash } from 'node:crypto';
import { newId } from '@/lib/db/ids';
import { bankSearchText } from '@/lib/enterprise/rules/bank-sheet';
import { DEMO_BANKS } from './banks';
import type { SeedWorld } from './world';

/** The bank table of the demo, as if an administrator had imported it three weeks ago. */
export async function addBanks(world: SeedWorld, importedBy: string): Promise<void> {
  const { db } = world.system();
  const at = world.ago(21);
  const importId = newId();
  await db.bankBranchImport.create({
    data: {
      id: importId,
      fileName: '银行表-样例数据.xlsx',
      sha256: createHash('sha256').update(JSON.stringify(DEMO_BANKS)).digest('hex'),
      sizeBytes: 18_432,
      isWhole: true,
      errors: [],
      ...{ newCount: DEMO_BANKS.length, changedCount: 0, sameCount: 0, goneCount: 0, wrongCount: 0 },
      reason: '演示用的样例，联行号不是真实号码',
      ...{ createdById: importedBy, createdAt: at, confirmedById: importedBy, confirmedAt: at },
    },
  });
  await db.bankBranch.createMany({
    data: DEMO_BANKS.map((row) => ({ ...row, searchText: bankSearchText(row), importId, updatedAt: at })),
  });
}
