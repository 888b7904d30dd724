import { disbursementCrumbs } from '@/components/disbursement/crumbs';
import { EndedTable, PendingTable } from '@/components/disbursement/disbursement-list';
import { Card } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Count } from '@/components/ui/status';
import { myDisbursements } from '@/lib/disbursement/queries';
import { paths } from '@/lib/kernel/paths';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '人才资金拨付申请' };

export default page({ who: 'enterprise', at: () => paths.disbursements() }, async ({ ctx }) => {
  const [{ pending, ended }, { park }] = await Promise.all([myDisbursements(ctx), siteData()]);
  const crumbs = disbursementCrumbs(park.name).map(({ label, href }, place, all) =>
    place === all.length - 1 ? { label } : { label, href },
  );
  return (
    <>
      <PageHead breadcrumb={crumbs} title="人才资金拨付申请" />
      <Stack gap={6}>
        <Card title="待拨付资金列表" aside={pending.length > 0 && <Count n={pending.length} />} flush>
          <PendingTable rows={pending} />
        </Card>
        {ended.length > 0 && (
          <Card title="已办结" aside={<Count n={ended.length} />} flush>
            <EndedTable rows={ended} />
          </Card>
        )}
      </Stack>
    </>
  );
});
