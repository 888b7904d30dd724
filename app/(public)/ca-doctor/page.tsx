import { CaDoctor } from '@/components/ca/doctor/ca-doctor';
import { WindowCard } from '@/components/ca/window-card';
import { SupportCard } from '@/components/portal/support-card';
import { Card } from '@/components/ui/card';
import { IconList } from '@/components/ui/item-list';
import { Columns, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Tabs } from '@/components/ui/tabs';
import { caSetup } from '@/lib/enterprise/ca-setup-queries';
import { CA_NAMES, CA_PROVIDERS } from '@/lib/enterprise/rules/ca-provider';
import { caOfSlug } from '@/lib/enterprise/rules/ca-setup';
import { paths } from '@/lib/kernel/paths';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';

export const metadata = { title: 'CA 体检' };

export default page({ who: 'public' }, async ({ ctx, search }) => {
  const provider = caOfSlug(search.ca ?? '') ?? 'JIANGSU';
  const [{ window }, { support }] = await Promise.all([caSetup(ctx), siteData()]);
  return (
    <>
      <PageHead
        breadcrumb={[
          { label: '首页', href: paths.home() },
          { label: '成为新用户', href: paths.becomeUser() },
          { label: 'CA 体检' },
        ]}
        title="CA 体检"
        meta={<span>从驱动到法人库逐项检查，找出卡在哪一步、该怎么办。只检查，不办理任何业务。</span>}
      />
      <Columns
        sideWidth="l"
        sideLabel="窗口与咨询"
        main={
          <Stack gap={4}>
            <Tabs
              label="检查哪一种 CA"
              items={CA_PROVIDERS.map((one) => ({
                label: CA_NAMES[one],
                href: paths.caDoctor(one),
                current: one === provider,
              }))}
            />
            <noscript>本页需要浏览器运行脚本才能读取 Key。</noscript>
            <CaDoctor key={provider} provider={provider} window={window} supportPhone={support.phone} />
          </Stack>
        }
        side={
          <>
            <WindowCard window={window} />
            <Card title="可以使用的浏览器">
              <IconList
                items={[
                  { key: 'good', icon: 'check-circle', tone: 'good', title: 'Edge、Chrome、Firefox 的现行版本' },
                  { key: '360', icon: 'check-circle', tone: 'good', title: '360、QQ、搜狗浏览器的极速模式' },
                  { key: 'ie', icon: 'stop', title: 'Internet Explorer 和兼容模式不能使用' },
                ]}
              />
            </Card>
            <SupportCard title="仍未解决" support={support} foot="来电时请报体检代码。" />
          </>
        }
      />
    </>
  );
});
