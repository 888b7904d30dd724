import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PersonPage } from '@/components/people/person-page';
import { staffPerson } from '@/lib/access/staff-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { disableStaffAction, enableStaffAction, resetFactorAction, resetStaffPasswordAction } from '../actions';

export const metadata = { title: '业务人员' };

const params = z.object({ id: z.uuid() });
const actions = {
  resetFactor: resetFactorAction,
  resetPassword: resetStaffPasswordAction,
  disable: disableStaffAction,
  enable: enableStaffAction,
};

export default page(
  { who: 'staff', may: 'staff.manage', params, at: ({ id }) => paths.staffPerson(id) },
  async ({ ctx, params: { id } }) => {
    const view = await staffPerson(ctx, id);
    if (!view) notFound();
    return <PersonPage view={view} now={ctx.now} actions={actions} />;
  },
);
