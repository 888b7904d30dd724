// `npm run money -- --ops 1000000`: random acts, duplicates and crashes on the reference books, and a part of them (at least
// 50,000 of a million; `--database N` sets it) on the product's own commands over a database of its own. Ends non-zero on
// any violation. `--seed N` repeats a run, `--quick` is a twentieth.
import { parseArgs } from 'node:util';
import { migrate } from '../lib/db/migrate';
import { bankWorldOf } from '../bench/money/bank-world';
import { runLyingBank, type BankTally } from '../bench/money/lying-bank';
import { setStage } from '../bench/money/people';
import { runProduct } from '../bench/money/product-run';
import { BUDGET, runPure, type Tally } from '../bench/money/pure-run';
import { createDatabase } from './database/databases';
import type { Embedded } from './database/embedded';
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

/** A database of its own, empty and migrated, gone when `work` is done. */
async function onScratch<T>(server: Embedded, name: string, work: (address: string) => Promise<T>): Promise<T> {
  await createDatabase(server, name);
  await migrate(server.connectionString(name));
  return work(server.connectionString(name));
}

async function overBank(address: string): Promise<BankTally> {
  const stage = await setStage(address, BUDGET, [BUDGET]);
  try {
    return await runLyingBank(bankWorldOf(stage), 'every bank');
  } finally {
    await stage.world.close();
  }
}

const tell = (done: number, { violations }: Tally) =>
  console.log(`  ${done} of ${onDatabase}, violations ${violations.length}`);

async function overDatabase(): Promise<number> {
  const server = await startTemporary();
  try {
    const bank = await onScratch(server, 'bank', overBank);
    const { lies, doublePayments, unexplainedAtClose } = bank;
    console.log(`bank: ${lies} lies, double payments ${doublePayments}, unexplained at close ${unexplainedAtClose}`);
    for (const violation of bank.violations) console.error(`  ${violation}`);
    const started = performance.now();
    const product = await onScratch(server, 'money', (address) => runProduct(address, onDatabase, seed, tell));
    report('product and database', product, started);
    return bank.violations.length + doublePayments + unexplainedAtClose + product.violations.length;
  } finally {
    await server.stop();
  }
}

const started = performance.now();
const pure = runPure(ops, seed);
report('reference books', pure, started);
const violations = pure.violations.length + (onDatabase > 0 ? await overDatabase() : 0);
console.log(`ops ${ops}, on the database ${onDatabase}, seed ${seed}, violations ${violations}`);
process.exit(violations === 0 ? 0 : 1);
