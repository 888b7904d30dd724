import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { lookOver } from '@/lib/desk/commands/look-over';
import { staffEnterprise } from '@/lib/desk/enterprise-queries';
import { deskRegistration, deskRegistrations } from '@/lib/desk/registration-queries';
import { aStaffUser } from '../../builders/people';
import { aRegistered, type Firm } from '../../builders/registering';
import { staffActor } from '../../support/context';
import { NOW, registrationWorld, type RegistrationWorld } from '../enterprise/registration-world';

let world: RegistrationWorld;
let officer: Context<StaffActor>;
let colleague: Context<StaffActor>;
let firm: Firm;
let id: string;

beforeAll(async () => {
  world = await registrationWorld();
  const aPerson = async (username: string) => {
    const staffId = await aStaffUser(world.db, { username, roles: ['WINDOW'], passwordHash: 'none' });
    return world.as(staffActor(staffId, username, 'WINDOW'), NOW);
  };
  officer = await aPerson('window1');
  colleague = await aPerson('window2');
  firm = await world.aFirm();
  id = await aRegistered(world.visitor(), { firm, browser: world.aBrowser(), seed: 81 });
  await world.aWholeOne();
});
afterAll(() => world.drop());

describe('a finished registration at the desk', () => {
  it('waits to be looked over; one that is still being typed does not', async () => {
    const { rows, counts } = await deskRegistrations(officer, 'open');
    expect(counts).toEqual({ open: 1, done: 0 });
    expect(rows).toMatchObject([{ id, enterpriseName: firm.name, uscc: firm.uscc, lookedOverAt: null }]);
  });

  it('shows where each field came from, the number of an identity masked, and the papers that were not recognised', async () => {
    const shown = await deskRegistration(officer, id);
    const [enterprise, administrator] = shown?.sections ?? [];
    const sources = Object.fromEntries((enterprise?.fields ?? []).map(({ label, source }) => [label, source]));
    const proven = { 企业名称: '江苏CA证书', 统一社会信用代码: '江苏CA证书' };
    // The type was typed over, the legal representative stands as the register gave it.
    expect(sources).toMatchObject({ ...proven, 企业类型: null, 法定代表人: '法人库 2026-11-02' });
    expect(JSON.stringify(shown)).not.toMatch(/\d{17}[\dX]/);
    expect(administrator?.fields.map(({ value }) => value)).toContainEqual(expect.stringMatching(/^\d{3}\*+\d{4}$/));
    expect(shown).toMatchObject({ frozen: false, checks: [{ key: 'register', tone: 'green' }] });
    expect(shown?.papers).toHaveLength(6);
    expect(shown?.papersInDoubt).toBe(3);
  });

  it('is looked over once, by name, and then stands among the done', async () => {
    const answers = await Promise.all([officer, colleague, officer].map((who) => lookOver(who, { id })));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'somebody-was-faster' } });
    expect((await deskRegistrations(officer, 'open')).rows).toEqual([]);
    const { rows } = await deskRegistrations(officer, 'done');
    expect(rows).toMatchObject([{ id, lookedOverAt: NOW, lookedOverBy: expect.stringMatching(/^window[12]$/) }]);
    expect(await world.db.auditEntry.count({ where: { subjectId: id, action: 'registration.lookOver' } })).toBe(1);
  });

  it('is named on the page of its enterprise, and opened from there only by whoever may', async () => {
    const { enterpriseId } = await world.db.registration.findUniqueOrThrow({ where: { id } });
    const staffId = await aStaffUser(world.db, { username: 'admin', roles: ['SYSTEM_ADMIN'], passwordHash: 'none' });
    const admin = world.as(staffActor(staffId, 'admin', 'SYSTEM_ADMIN'), NOW);
    for (const [who, mayOpenRequests] of [[officer, true] as const, [admin, false] as const]) {
      const shown = await staffEnterprise(who, enterpriseId ?? '');
      expect(shown).toMatchObject({ mayOpenRequests, registrations: [{ id }] });
    }
    await expect(deskRegistration(admin, id)).rejects.toThrow(Denied);
  });

  it('is nothing for the eyes of finance', async () => {
    const staffId = await aStaffUser(world.db, { username: 'maker', roles: ['FINANCE_MAKER'], passwordHash: 'none' });
    const maker = world.as(staffActor(staffId, 'maker', 'FINANCE_MAKER'), NOW);
    await expect(deskRegistration(maker, id)).rejects.toThrow(Denied);
    await expect(lookOver(maker, { id })).rejects.toThrow(Denied);
  });
});
