import { expect, it } from '@jest/globals';
import { runProduct } from '@/bench/money/product-run';
import { freshDatabase } from '../../support/database';

it('agrees with the reference books over random acts, repeated and dying at any statement', async () => {
  const database = await freshDatabase();
  try {
    const tally = await runProduct(database.connectionString, 200, 3);
    expect(tally.violations).toEqual([]);
    expect(Math.min(tally.done, tally.refused, tally.crashes, tally.duplicates)).toBeGreaterThan(0);
  } finally {
    await database.drop();
  }
});
