import { redirect } from 'next/navigation';
import { z } from 'zod';
import { CarryOverForm } from '@/components/application/carry-over/carry-over-form';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { carryOverFor } from '@/lib/application/carry-over-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { carryOverAction } from './actions';

export const metadata = { title: '从以往申请带入' };

const params = z.object({ applicationId: z.uuid() });

export default page(
  { who: 'enterprise', params, at: ({ applicationId }) => paths.carryOver(applicationId) },
  async ({ ctx, params: { applicationId } }) => {
    const view = await carryOverFor(ctx, applicationId);
    if (!view) redirect(`${paths.application(applicationId)}?moved=1`);
    const isEmpty = view.people.length + view.answers.length + view.papers.length === 0;
    return (
      <>
        <PageHead
          breadcrumb={[
            { label: '补贴申请', href: paths.applications() },
            { label: view.programmeName, href: paths.application(applicationId) },
            { label: '从以往申请带入' },
          ]}
          title="从以往申请带入"
          meta="您以往填过的人员、内容和材料，不必再填一次；每一项都注明是什么时候的"
        />
        {isEmpty ? (
          <EmptyState
            icon="inbox"
            title="没有可以带入的内容"
            why="以往的申请里没有别的人员和材料，或都已在这份草稿里。"
            action={<LinkButton href={paths.edit(applicationId, 'enterprise')}>开始填写</LinkButton>}
          />
        ) : (
          <CarryOverForm view={view} act={carryOverAction} />
        )}
      </>
    );
  },
);
