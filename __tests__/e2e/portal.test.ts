import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { barriers } from '../support/axe';
import { aPerson, picture, pictures, type Person } from '../support/browser';
import { signInEnterprise, signInStaff, signInWithoutPicture } from './steps/sign-in';

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

  it('signs a clerk in who sees no picture, by the keyboard alone', async () => {
    const { page, watch, leave } = await aPerson({ patienceMs: 90_000 });
    await signInWithoutPicture(page, async (state) => {
      if (state === 'busy') return picture(page, 'own-work-busy');
      expect(await barriers(page)).toEqual([]);
      await pictures(page, `own-work-${state}`);
    });
    // A worker that the policy of the page refuses would be among them.
    expect(watch.complaints).toEqual([]);
    await leave();
  });

  it('keeps the console empty and refuses no resource on the way', () => {
    expect(clerk.watch.complaints).toEqual([]);
  });
});
