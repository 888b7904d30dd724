import { EntranceList } from '@/components/portal/entrance-list';
import { HelpList } from '@/components/portal/help-list';
import { ProgrammeList } from '@/components/portal/programme-list';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { openProgrammes } from '@/lib/programme/queries';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '人才服务' };

export default page({ who: 'public' }, async ({ ctx }) => {
  const [programmes, { support }] = await Promise.all([openProgrammes(ctx), siteData()]);
  return (
    <>
      <PageHead
        breadcrumb={[{ label: '首页', href: paths.home() }, { label: '人才服务' }]}
        title="人才服务"
        meta={<span>先看办事指南，再在线办理；办理中的事项在用户空间查看。</span>}
      />
      <Columns
        sideWidth="l"
        sideLabel="用户空间与帮助"
        main={
          <Card id="recruit" title="企业引才" aside="补贴发给引进人才的企业" flush>
            <ProgrammeList
              programmes={programmes.map(({ code, name, config, current, opensNextOn }) => ({
                ...{ code, name, opensNextOn },
                summary: config.summary,
                window: current?.window ?? null,
              }))}
            />
          </Card>
        }
        side={
          <>
            <Card title="人才服务用户空间" flush>
              <EntranceList
                entrances={[
                  {
                    title: '苏州工业园区人才信息枢纽平台',
                    href: paths.hub(),
                    note: '补贴申请、人才资金拨付申请',
                    icon: 'grid',
                  },
                  { title: '人才资金拨付申请', href: paths.disbursements(), note: '待拨付资金列表', icon: 'wallet' },
                  { title: '办理进度查询', href: paths.progress(), note: '无需登录', icon: 'search' },
                ]}
              />
            </Card>
            <Card title="需要帮助">
              <HelpList support={support} />
            </Card>
          </>
        }
      />
    </>
  );
});
