import { join } from 'node:path';
import { jest } from '@jest/globals';
import { PUBLIC, type EnterpriseActor, type StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { bindAddress } from '@/lib/access/accounts-store';
import { proposeReset } from '@/lib/desk/commands/propose-reset';
import { takeRequest } from '@/lib/desk/commands/take-request';
import { ADMINISTRATOR as CALLED_ADMINISTRATOR, type ProposeResetInput } from '@/lib/desk/rules/reset-check';
import { workerRenderer } from '@/lib/drivers/pdf/worker-renderer';
import { workerInspector } from '@/lib/drivers/vision/worker-inspector';
import { insertResetRequest } from '@/lib/enterprise/change-store';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { formatNumber } from '@/lib/kernel/numbers';
import { newId } from '@/lib/db/ids';
import { receiptFonts } from '@/lib/runtime/compose-ports';
import { aChange, aChangeDraft, newAdministrator, type ChangePlan } from '../../builders/change';
import { done } from '../../builders/disbursement';
import { aStaffUser, anEnterprise, type BuiltEnterprise } from '../../builders/people';
import { enterpriseActor, openWorld, staffActor, type World } from '../../support/context';
import { freshDatabase } from '../../support/database';

jest.setTimeout(120_000);

const WORKERS = join(process.cwd(), '.cache', 'workers');

export const NOW = new Date('2026-11-23T02:00:00Z');
export const OLD_MOBILE = '13800000001';
export const NEW_MOBILE = '13800000002';

export type DeskWorld = World & {
  readonly own: BuiltEnterprise;
  readonly clerk: Context<EnterpriseActor>;
  readonly officer: Context<StaffActor>;
  readonly colleague: Context<StaffActor>;
  readonly visitor: Context;
  drop(): Promise<void>;
};

/** An enterprise whose administrator has a telephone on record, in the register, and two people of the window. */
export async function deskWorld(): Promise<DeskWorld> {
  const database = await freshDatabase();
  const world = openWorld(database.connectionString, { now: NOW });
  const secret = Buffer.from(world.as(PUBLIC).secrets.pageCode, 'base64');
  const printing = workerRenderer({ workerPath: join(WORKERS, 'receipt-worker.mjs'), secret, fonts: receiptFonts() });
  const looking = workerInspector({ workerPath: join(WORKERS, 'vision-worker.mjs') });
  // Every context shares this one object.
  Object.assign(world.ports, { papers: printing.papers, scans: looking.scans });
  const own = await anEnterprise(world.db, world.vault, { passwordHash: 'none' });
  const clerk = world.as(
    enterpriseActor({ id: own.users.super, enterpriseId: own.id, enterpriseName: own.name, uscc: own.uscc }),
  );
  await bindAddress(clerk, own.users.admin, 'mobile', OLD_MOBILE);
  await bindAddress(clerk, own.users.admin, 'email', 'old@example.com');
  const officer = async (username: string) => {
    const id = await aStaffUser(world.db, { username, roles: ['WINDOW'], passwordHash: 'none' });
    return world.as(staffActor(id, username, 'WINDOW'));
  };
  await inRegister(world, own.uscc, own.name);
  return {
    ...world,
    own,
    clerk,
    officer: await officer('window1'),
    colleague: await officer('window2'),
    visitor: world.as(PUBLIC),
    drop: async () => {
      await Promise.all([printing.close(), looking.close()]);
      await world.close();
      await database.drop();
    },
  };
}

export async function inRegister(world: World, uscc: string, name: string): Promise<void> {
  const data = { name, normalisedName: normaliseEnterpriseName(name), asOf: '2026-11-20', updatedAt: NOW };
  await world.db.legalEntity.upsert({ where: { uscc }, create: { uscc, ...data }, update: data });
}

export const ADMINISTRATOR = { ...newAdministrator(7), administratorMobile: NEW_MOBILE } as const;

/** A password reset as the public page leaves it; answers its id. */
export async function aReset(world: DeskWorld, account: 'admin' | 'super' = 'admin'): Promise<string> {
  const id = newId();
  const number = formatNumber('BG', 2026, (resets += 1));
  await insertResetRequest(world.db, { id, number, enterpriseId: world.own.id, account, at: NOW });
  return id;
}
let resets = 900;

/** How it was checked: the administrator was called back at once. */
export const CHECK: Omit<ProposeResetInput, 'id'> = {
  callee: CALLED_ADMINISTRATOR,
  calledAt: NOW,
  spokenTo: '顾旧人',
  asked: ['asked-for-it', 'uscc'],
  note: '',
};

/** A reset that the officer checked and proposed. */
export async function aProposal(world: DeskWorld, account: 'admin' | 'super' = 'admin'): Promise<string> {
  const id = await aReset(world, account);
  done('take', await takeRequest(world.officer, { id }));
  done('propose', await proposeReset(world.officer, { id, ...CHECK }));
  return id;
}

type Kind = ChangePlan['kind'];
type Answers = ChangePlan['answers'];

/** A request with its papers, not handed in; answers its id. */
export const aDraft = ({ clerk }: DeskWorld, kind: Kind, answers: Answers) => aChangeDraft(clerk, { kind, answers });
export const aRequest = ({ clerk }: DeskWorld, kind: Kind, answers: Answers) => aChange(clerk, { kind, answers });

/** The same, being checked by the officer. */
export async function inCheck(world: DeskWorld, kind: Kind, answers: Answers): Promise<string> {
  const id = await aRequest(world, kind, answers);
  done('take', await takeRequest(world.officer, { id }));
  return id;
}
