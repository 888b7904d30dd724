import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ImportPage } from '@/components/register/import-page';
import { may } from '@/lib/access/authorise';
import { importView } from '@/lib/enterprise/register-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { takeRegisterFileAction } from '../actions';

export const metadata = { title: '法人库导入' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'staff', may: 'register.read', params, at: ({ id }) => paths.staffRegisterImport(id) },
  async ({ ctx, params: { id } }) => {
    const view = await importView(ctx, id);
    if (!view) notFound();
    return <ImportPage view={view} take={may(ctx.actor, 'register.import') ? takeRegisterFileAction : null} />;
  },
);
