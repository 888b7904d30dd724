import { notFound } from 'next/navigation';
import { z } from 'zod';
import { RegistrationDesk } from '@/components/desk/registration-desk';
import { deskRegistration } from '@/lib/desk/registration-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { freezeAction, lookOverAction } from '../../enterprises/actions';

export const metadata = { title: '查看注册材料' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'staff', may: 'desk.read', params, at: ({ id }) => paths.staffRegistration(id) },
  async ({ ctx, params: { id } }) => {
    const view = await deskRegistration(ctx, id);
    if (!view) notFound();
    return <RegistrationDesk view={view} lookOver={lookOverAction} freeze={freezeAction} />;
  },
);
