import { DEMO_ACCOUNTS, type DemoAccount } from '@/lib/demo/queries';
import { databaseNow } from '@/lib/runtime/clock';
import { services } from '@/lib/runtime/services';
import { addOlderCases, addPresentCases } from './cases';
import { addPeople } from './people';
import { addBanks } from './add-banks';
import { addLayouts } from './add-layouts';
import { addRegister } from './add-register';
import { addLastYear } from './last-year';
import { addProgrammes, openThisYear } from './programmes';
import { addReasons } from './reasons';
import { addRegistrations } from './registrations';
import { addRequests } from './requests';
import { openSeedWorld } from './world';

const SEEDED = 'demo.seeded';

/**
 * Fills an empty database with the demo: the sample programmes, the office, three enterprises and their cases,
 * registrations and requests, each brought to where it stands by the commands that the pages use. Writes `demo.seeded`
 * last: without it the seed was cut off and is made anew.
 */
export async function seedDemo(connectionString: string): Promise<{ accounts: readonly DemoAccount[] }> {
  process.env.DATABASE_URL = connectionString;
  const { db, ports } = services();
  const now = await databaseNow(db);
  const world = openSeedWorld(now);
  await ports.receipts.check([]);
  await addProgrammes(world);
  const people = await addPeople(world);
  await addReasons(world.as(people.staff.admin, world.ago(200)));
  await addRegister(world, people.staff.admin.id);
  await addBanks(world, people.staff.admin.id);
  await addLayouts(world, people.staff.admin);
  const cast = { world, people, shared: new Map<string, string>() };
  await addLastYear(cast);
  await openThisYear(world, people.staff.admin);
  await addOlderCases(cast);
  await addPresentCases(cast);
  const newcomer = await addRegistrations(world, people.staff.window);
  await addRequests({ world, people, newcomer });
  const keep = (key: string, value: object | boolean) => db.setting.create({ data: { key, value, updatedAt: now } });
  await keep(DEMO_ACCOUNTS, JSON.parse(JSON.stringify(people.accounts)));
  await keep(SEEDED, true);
  await world.close();
  return { accounts: people.accounts };
}
