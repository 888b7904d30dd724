import type { StaffActor } from '@/lib/access/actor';
import { takeBankLayout } from '@/lib/disbursement/commands/take-bank-layout';
import { SAMPLE_LAYOUTS } from '@/lib/disbursement/rules/bank-layouts';
import { withSampleLayouts } from '@/__tests__/builders/bank-layouts';
import { done } from '@/__tests__/builders/disbursement';
import type { SeedWorld } from './world';

/** Layouts of two more invented banks, published two months ago, and a new version of one that waits to be published. */
export async function addLayouts(world: SeedWorld, admin: StaffActor): Promise<void> {
  await withSampleLayouts(world.as(admin, world.ago(60)));
  const [first] = SAMPLE_LAYOUTS;
  if (!first) return;
  const next = { ...first, order: { ...first.order, remarkMax: 50 } };
  done('take', await takeBankLayout(world.as(admin, world.ago(1)), { text: JSON.stringify(next) }));
}
