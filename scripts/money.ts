// `npm run money -- --ops 1000000`: random acts, duplicates and crashes on the reference books, and a part of them (at least
// 50,000 of a million; `--database N` sets it) on the product's own commands over a database of its own. Ends non-zero on
// any violation. `--seed N` repeats a run, `--quick` is a twentieth.
import { parseArgs } from 'node:util';
import { migrate } from '../lib/db/migrate';
import { runPure, type Tally } from '../bench/money/pure-run';
import { runProduct } from '../bench/money/product-run';
import { createDatabase } from './database/databases';
import { startTemporary } from './database/temporary';

const { values } = parseArgs({
  options: {
    ops: { type: 'string', default: '1000000' },
    database: { type: 'string' },
    seed: { type: 'string', default: '20261128' },
    quick: { type: 'boolean', default: false },
  },
});
const ops = Math.ceil(Number(values.ops) / (values.quick ? 20 : 1));
const onDatabase = values.database ? Number(values.database) : Math.ceil(ops / 20);
const seed = Number(values.seed);

function report(what: string, tally: Tally, started: number): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${what}: ${tally.acts} ops (${tally.done} done, ${tally.refused} refused), ${tally.duplicates} duplicates, ` +
      `${tally.crashes} crashes, ${tally.wholeChecks} checks of the whole, ${seconds} s, violations ${tally.violations.length}`,
  );
  for (const violation of tally.violations) console.error(`  ${violation}`);
}

async function overDatabase(): Promise<Tally> {
  const server = await startTemporary();
  try {
    await createDatabase(server, 'money');
    await migrate(server.connectionString('money'));
    return await runProduct(server.connectionString('money'), onDatabase, seed, (done, { violations }) =>
      console.log(`  ${done} of ${onDatabase}, violations ${violations.length}`),
    );
  } finally {
    await server.stop();
  }
}

const startedPure = performance.now();
const pure = runPure(ops, seed);
report('reference books', pure, startedPure);
const startedProduct = performance.now();
const product = onDatabase > 0 ? await overDatabase() : null;
if (product) report('product and database', product, startedProduct);
const violations = pure.violations.length + (product?.violations.length ?? 0);
console.log(`ops ${ops}, on the database ${onDatabase}, seed ${seed}, violations ${violations}`);
process.exit(violations === 0 ? 0 : 1);
