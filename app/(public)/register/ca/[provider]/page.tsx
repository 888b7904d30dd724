import { z } from 'zod';
import { CA_FACTS, RECOMMENDED } from '@/components/ca/choose-provider';
import { DriverPackage } from '@/components/ca/driver-package';
import { KeyDrawing } from '@/components/ca/key-drawing';
import { SupportCard } from '@/components/portal/support-card';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { IconList, NumberedList } from '@/components/ui/item-list';
import { Columns, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Tag } from '@/components/ui/status';
import { caSetup } from '@/lib/enterprise/ca-setup-queries';
import { CA_NAMES, type CaProvider } from '@/lib/enterprise/rules/ca-provider';
import { CA_SLUGS, caOfSlug } from '@/lib/enterprise/rules/ca-setup';
import { paths } from '@/lib/kernel/paths';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';

const paramsSchema = z.object({ provider: z.enum([CA_SLUGS.JIANGSU, CA_SLUGS.SUZHOU]) });

export async function generateMetadata({ params }: { params: Promise<{ provider: string }> }) {
  const provider = caOfSlug((await params).provider);
  return { title: provider ? `${CA_NAMES[provider]}驱动下载` : '驱动下载' };
}

export default page({ who: 'public', params: paramsSchema }, async ({ ctx, params }) => {
  const provider: CaProvider = caOfSlug(params.provider) ?? 'JIANGSU';
  const other: CaProvider = provider === 'JIANGSU' ? 'SUZHOU' : 'JIANGSU';
  const [setup, { support }] = await Promise.all([caSetup(ctx), siteData()]);
  const mine = setup[provider];
  const facts = CA_FACTS[provider];
  return (
    <>
      <PageHead
        breadcrumb={[
          { label: '首页', href: paths.home() },
          { label: '成为新用户', href: paths.becomeUser() },
          { label: `${CA_NAMES[provider]}驱动下载` },
        ]}
        title={`${CA_NAMES[provider]}驱动下载`}
        status={provider === RECOMMENDED ? <Tag tone="blue">建议优先选择</Tag> : undefined}
        meta={<span>驱动让浏览器读到 Key。装过一次，以后插上 Key 就能用。</span>}
      />
      <Columns
        sideWidth="l"
        sideLabel="认证"
        main={
          <>
            <DriverPackage provider={provider} setup={mine} />
            <Card title="安装步骤">
              <NumberedList items={mine.guide.map(({ title, text }) => ({ key: title, title, note: text }))} />
            </Card>
          </>
        }
        side={
          <>
            <Card title="认准这个 Key">
              <Stack gap={3}>
                <KeyDrawing provider={provider} />
                <IconList
                  items={[
                    { key: 'what', icon: 'shield', title: facts.what, note: facts.from },
                    { key: 'who', icon: 'user', title: facts.keeper, note: '已经发给企业，不用另外购买' },
                  ]}
                />
              </Stack>
            </Card>
            <Card title="装好以后">
              <Stack gap={3}>
                <LinkButton variant="primary" full href={paths.registerCertificate(CA_SLUGS[provider])}>
                  用{CA_NAMES[provider]}认证
                </LinkButton>
                <LinkButton full href={paths.caDoctor(provider)}>
                  检测不到，逐项检查
                </LinkButton>
                <LinkButton variant="quiet" full href={paths.caDownload(other)}>
                  改用{CA_NAMES[other]}
                </LinkButton>
              </Stack>
            </Card>
            <SupportCard title="安装遇到问题" support={support} />
          </>
        }
      />
    </>
  );
});
