import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PrintButton } from '@/components/application/status/print-button';
import { Letter } from '@/components/change/letter';
import { NotPrinted, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { enterpriseInfo, myChange } from '@/lib/enterprise/change-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '授权委托书' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'enterprise', params, at: ({ id }) => paths.changeLetter(id) },
  async ({ ctx, params: { id } }) => {
    const [view, info] = await Promise.all([myChange(ctx, id), enterpriseInfo(ctx, ctx.actor.enterpriseId)]);
    if (view?.kind !== 'ADMINISTRATOR') notFound();
    return (
      <Stack gap={4}>
        <NotPrinted>
          <PageHead
            breadcrumb={[
              { label: '变更请求', href: paths.changeRequests() },
              { label: '管理员变更', href: paths.changeRequest(id) },
              { label: '授权委托书' },
            ]}
            title="打印授权委托书"
            meta={<span>打印后签字、加盖公章，拍照或扫描上传。改了内容要重新打印。</span>}
            aside={<PrintButton />}
          />
        </NotPrinted>
        <Letter
          view={view}
          enterprise={{ name: ctx.actor.enterpriseName, uscc: ctx.actor.uscc }}
          formerAdministrator={info?.administrator?.name ?? null}
        />
      </Stack>
    );
  },
);
