import { PUBLIC, type EnterpriseActor } from '@/lib/access/actor';
import { issuePictureCode } from '@/lib/access/picture-code/issue';
import { answerOf } from '@/lib/access/rules/picture-code';
import { newId } from '@/lib/db/ids';
import { returnRequest } from '@/lib/desk/commands/answer-request';
import { grantRequest } from '@/lib/desk/commands/grant-request';
import { proposeReset } from '@/lib/desk/commands/propose-reset';
import { takeRequest } from '@/lib/desk/commands/take-request';
import { TELEPHONE, type ProposeResetInput } from '@/lib/desk/rules/reset-check';
import { requestReset } from '@/lib/enterprise/commands/request-reset';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { aChange, newAdministrator, type ChangePlan } from '@/__tests__/builders/change';
import { done } from '@/__tests__/builders/disbursement';
import { inventedMobile } from '@/__tests__/builders/people';
import type { People } from './people';
import type { Company, SeedWorld } from './world';

type Given = { readonly world: SeedWorld; readonly people: People; readonly newcomer: EnterpriseActor };

const NEW_NAME = '苏州听雨软件技术有限公司';

/** Requests in every state that the desk and the enterprises meet, a granted change of name among them. */
export async function addRequests(given: Given): Promise<void> {
  const { world, people } = given;
  const [a, b, c] = people.companies;
  await rename(given);
  const returned = await ask(world, a.clerk, 5, {
    kind: 'ENTERPRISE_INFO',
    answers: { registeredCapital: '3,000 万元人民币', telephone: '0512-66680001' },
  });
  const officer = world.as(people.staff.window, world.ago(4));
  done('take', await takeRequest(officer, { id: returned }));
  const reason = '工商变更说明缺第 2 页，请补齐后重新提交。';
  done('return', await returnRequest(officer, { id: returned, reason }));

  await ask(world, b.clerk, 2, { kind: 'ADMINISTRATOR', answers: newAdministrator(71) });
  const held = await ask(world, c.clerk, 1, {
    kind: 'ENTERPRISE_INFO',
    answers: { officeAddress: '苏州工业园区示范大道 200 号 6 幢 3 层', postcode: '215123' },
  });
  done('take', await takeRequest(world.as(people.staff.window, world.ago(0, 9)), { id: held }));
  await askForPassword(world, b, { account: 'admin', mobile: inventedMobile(2) });
  await propose(given, c);
}

function ask(world: SeedWorld, clerk: EnterpriseActor, daysAgo: number, plan: ChangePlan): Promise<string> {
  return aChange(world.as(clerk, world.ago(daysAgo, 11)), plan);
}

/** The register has the new name, as its next import brings it; the portal followed by request. */
async function rename({ world, people, newcomer }: Given): Promise<void> {
  const { db } = world.system();
  const names = { name: NEW_NAME, normalisedName: normaliseEnterpriseName(NEW_NAME) };
  await db.legalEntity.update({ where: { uscc: newcomer.uscc }, data: names });
  const id = await ask(world, newcomer, 7, { kind: 'ENTERPRISE_INFO', answers: { name: NEW_NAME } });
  const officer = world.as(people.staff.window, world.ago(6));
  done('take', await takeRequest(officer, { id }));
  done('grant', await grantRequest(officer, { id, reason: '与登记机关变更通知一致。' }));
}

type Forgotten = { readonly account: 'admin' | 'super'; readonly mobile: string };

/** 密码重置 by somebody who knows the mobile on record. */
async function askForPassword(world: SeedWorld, company: Company, forgotten: Forgotten): Promise<void> {
  const visitor = world.as(PUBLIC, world.ago(0, 10));
  const pictureCodeId = newId();
  const { seed } = done('picture', await issuePictureCode(visitor, { id: pictureCodeId, purpose: 'reset-request' }));
  const request = { enterprise: company.name, ...forgotten };
  done('reset', await requestReset(visitor, { ...request, pictureCodeId, pictureCode: answerOf(seed) }));
}

/** The same, checked by telephone: it waits for a second officer. */
async function propose({ world, people }: Given, company: Company): Promise<void> {
  await askForPassword(world, company, { account: 'super', mobile: inventedMobile(3) });
  const officer = world.as(people.staff.window);
  const where = { enterpriseId: company.id, kind: 'PASSWORD_RESET' as const };
  const { id } = await officer.db.changeRequest.findFirstOrThrow({ where, select: { id: true } });
  done('take', await takeRequest(officer, { id }));
  done('propose', await proposeReset(officer, { ...CALLED_BACK, id, calledAt: world.now }));
}

const CALLED_BACK = {
  callee: TELEPHONE,
  spokenTo: '前台王女士',
  asked: ['asked-for-it', 'representative', 'people'],
  note: '转接人事部，由管理员本人接听。',
} satisfies Omit<ProposeResetInput, 'id' | 'calledAt'>;
