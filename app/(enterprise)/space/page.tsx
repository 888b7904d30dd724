import { EntranceList } from '@/components/portal/entrance-list';
import { Card } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '人才服务用户空间' };

export default page({ who: 'enterprise', at: paths.space }, async () => (
  <Stack gap={6}>
    <PageHead
      breadcrumb={[{ label: '人才服务', href: paths.talentServices() }, { label: '人才服务用户空间' }]}
      title="人才服务用户空间"
      meta={<span>从这里进入各业务平台。</span>}
    />
    <Card flush>
      <EntranceList
        entrances={[
          {
            title: '苏州工业园区人才信息枢纽平台',
            href: paths.hub(),
            note: '补贴申请、人才资金拨付申请',
            icon: 'grid',
          },
          {
            title: '企业发展服务中心综合服务平台',
            href: paths.enterpriseHome(),
            note: '待办、在办的申请、年度资金和通知',
            icon: 'building',
          },
        ]}
      />
    </Card>
  </Stack>
));
