import { notFound } from 'next/navigation';
import { z } from 'zod';
import { StaffEnterprisePage } from '@/components/desk/enterprise-page';
import { staffEnterprise } from '@/lib/desk/enterprise-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { freezeAction, unfreezeAction } from '../actions';

export const metadata = { title: '企业' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'staff', may: 'enterprise.look', params, at: ({ id }) => paths.staffEnterprise(id) },
  async ({ ctx, params: { id } }) => {
    const view = await staffEnterprise(ctx, id);
    if (!view) notFound();
    return <StaffEnterprisePage view={view} freeze={freezeAction} unfreeze={unfreezeAction} />;
  },
);
