import { createHash } from 'node:crypto';
import { newId } from '@/lib/db/ids';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { DEMO_ENTITIES } from './register';
import type { SeedWorld } from './world';

/** The legal-entity register of the demo, as if an administrator had imported it three weeks ago. */
export async function addRegister(world: SeedWorld, importedBy: string): Promise<void> {
  const { db } = world.system();
  const at = world.ago(21);
  const importId = newId();
  const asOf = shanghaiDayOf(at);
  await db.legalEntityImport.create({
    data: {
      id: importId,
      fileName: '法人库-演示.xlsx',
      sha256: createHash('sha256').update(JSON.stringify(DEMO_ENTITIES)).digest('hex'),
      sizeBytes: 11_264,
      asOf,
      errors: [],
      newCount: DEMO_ENTITIES.length,
      changedCount: 0,
      sameCount: 0,
      wrongCount: 0,
      reason: '演示数据',
      createdById: importedBy,
      createdAt: at,
      confirmedById: importedBy,
      confirmedAt: at,
    },
  });
  await db.legalEntity.createMany({
    data: DEMO_ENTITIES.map((entity) => ({
      ...entity,
      normalisedName: normaliseEnterpriseName(entity.name),
      asOf,
      importId,
      updatedAt: at,
    })),
  });
}
