import { randomBytes } from 'node:crypto';
import { PUBLIC, type EnterpriseActor, type StaffActor } from '@/lib/access/actor';
import { newId } from '@/lib/db/ids';
import { lookOver } from '@/lib/desk/commands/look-over';
import { askSupport } from '@/lib/enterprise/commands/ask-support';
import { submitRegistration } from '@/lib/enterprise/commands/submit-registration';
import { inventedUscc } from '@/__tests__/builders/invented-uscc';
import { done } from '@/__tests__/builders/disbursement';
import { aRegistered, aWholeRegistration, hashed, type Firm } from '@/__tests__/builders/registering';
import { DEMO_ENTITIES } from './register';
import type { SeedWorld } from './world';

const ERROR_NUMBER = 'ZC-7D21A0C4';

function firmOf(serial: number, provider: 'JIANGSU' | 'SUZHOU'): Firm {
  const uscc = inventedUscc(serial);
  const entity = DEMO_ENTITIES.find((one) => one.uscc === uscc);
  if (!entity) throw new Error(`no entity ${serial} in the register of the demo`);
  return { uscc, name: entity.name, provider, keyId: hashed(uscc) };
}

const aBrowser = () => randomBytes(32).toString('base64url');

/**
 * 成为新用户 in every state that the desk meets: looked over, waiting with forms that were recognised, waiting with
 * pictures that were not, and one that failed and asked for help. Answers the `super` of the first.
 */
export async function addRegistrations(world: SeedWorld, officer: StaffActor): Promise<EnterpriseActor> {
  const visitor = (daysAgo: number) => world.as(PUBLIC, world.ago(daysAgo, 9));
  const seen = firmOf(201, 'JIANGSU');
  const id = await aRegistered(visitor(9), { firm: seen, browser: aBrowser(), seed: 201, isStamped: true });
  done('lookOver', await lookOver(world.as(officer, world.ago(8)), { id }));
  await aRegistered(visitor(3), { firm: firmOf(203, 'SUZHOU'), browser: aBrowser(), seed: 203 });
  await aRegistered(visitor(1), { firm: firmOf(202, 'SUZHOU'), browser: aBrowser(), seed: 202, isStamped: true });

  const browser = aBrowser();
  await aWholeRegistration(visitor(1), { firm: firmOf(204, 'JIANGSU'), browser, seed: 204 });
  done('submit', await submitRegistration(visitor(1), { browser }));
  const call = { browser, errorNumber: ERROR_NUMBER, contact: '苏半夏', telephone: '0512-66680204' };
  done('support', await askSupport(visitor(1), call));
  return superOf(world, seen);
}

async function superOf(world: SeedWorld, firm: Firm): Promise<EnterpriseActor> {
  const user = await world.system().db.enterpriseUser.findFirstOrThrow({
    where: { username: 'super', enterprise: { uscc: firm.uscc } },
  });
  return {
    kind: 'enterprise',
    id: user.id,
    sessionId: newId(),
    username: 'super',
    displayName: user.displayName,
    role: 'SUPER',
    enterpriseId: user.enterpriseId,
    enterpriseName: firm.name,
    uscc: firm.uscc,
    frozen: false,
  };
}
