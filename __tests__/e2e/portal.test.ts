import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, picture, type Person } from '../support/browser';
import { signInEnterprise, signInStaff } from './steps/sign-in';

let clerk: Person;

beforeAll(async () => {
  clerk = await aPerson({ patienceMs: 90_000 });
}, 120_000);
afterAll(() => clerk?.leave());

describe('the portal in a real browser', () => {
  it('shows on the home page what can be applied for', async () => {
    await clerk.page.goto('/');
    await clerk.page.getByText('高层次和紧缺人才招聘补贴').first().waitFor();
    await picture(clerk.page, 'home');
  });

  it('signs a clerk in by the picture code and shows the enterprise its cases', async () => {
    await signInEnterprise(clerk.page);
    await clerk.page.goto('/applications');
    await clerk.page.getByRole('heading', { name: '补贴申请' }).waitFor();
    await picture(clerk.page, 'applications');
  });

  it('signs a reviewer in at the entrance of the office', async () => {
    const { page: staff, leave } = await aPerson({ patienceMs: 90_000 });
    await signInStaff(staff, 'first1');
    await staff.goto('/staff/queue/first');
    await staff.getByRole('heading', { name: '初审' }).first().waitFor();
    await leave();
  });

  it('keeps the console empty and refuses no resource on the way', () => {
    expect(clerk.watch.complaints).toEqual([]);
  });
});
