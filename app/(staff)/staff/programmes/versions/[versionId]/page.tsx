import { notFound } from 'next/navigation';
import { z } from 'zod';
import { VersionPage } from '@/components/programme-admin/version-page';
import { paths } from '@/lib/kernel/paths';
import { versionDetail } from '@/lib/programme/admin-queries';
import { page } from '@/lib/runtime/page';
import { discardVersionAction, publishVersionAction } from '../../actions';

export const metadata = { title: '配置版本' };

const params = z.object({ versionId: z.uuid() });

export default page(
  { who: 'staff', may: 'programme.manage', params, at: ({ versionId }) => paths.programmeVersion(versionId) },
  async ({ ctx, params: { versionId } }) => {
    const version = await versionDetail(ctx, versionId);
    if (!version) notFound();
    return <VersionPage version={version} publish={publishVersionAction} discard={discardVersionAction} />;
  },
);
