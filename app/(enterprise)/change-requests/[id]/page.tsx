import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ChangePage } from '@/components/change/change-page';
import { myChange } from '@/lib/enterprise/change-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { saveChangeAction, withdrawChangeAction } from '../actions';

export const metadata = { title: '变更请求' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'enterprise', params, at: ({ id }) => paths.changeRequest(id) },
  async ({ ctx, params: { id } }) => {
    const view = await myChange(ctx, id);
    if (!view) notFound();
    return <ChangePage view={view} save={saveChangeAction} withdraw={withdrawChangeAction} />;
  },
);
