import { EntranceList } from '@/components/portal/entrance-list';
import { Card } from '@/components/ui/card';
import { Columns } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { HelpList } from '@/components/portal/help-list';
import { paths } from '@/lib/kernel/paths';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '企业服务' };

export default page({ who: 'public' }, async () => {
  const { support } = await siteData();
  return (
    <>
      <PageHead
        breadcrumb={[{ label: '首页', href: paths.home() }, { label: '企业服务' }]}
        title="企业服务"
        meta={<span>企业的账号、信息和办理中的事项。</span>}
      />
      <Columns
        sideWidth="l"
        sideLabel="需要帮助"
        main={
          <>
            <Card title="我的企业" aside="登录后使用" flush>
              <EntranceList
                entrances={[
                  {
                    title: '企业发展服务中心综合服务平台',
                    href: paths.enterpriseHome(),
                    note: '待办、在办的申请、年度资金和通知，一页看全',
                    icon: 'building',
                  },
                  {
                    title: '联系人与账户',
                    href: paths.contacts(),
                    note: '维护接收短信、邮件的联系人和收款的银行账户',
                    icon: 'contact',
                  },
                ]}
              />
            </Card>
            <Card title="账号" flush>
              <EntranceList
                entrances={[
                  {
                    title: '成为新用户',
                    href: paths.becomeUser(),
                    note: '第一次办理的企业：注册流程与所需材料',
                    icon: 'user',
                  },
                  {
                    title: '忘记密码',
                    href: `${paths.help()}#password`,
                    note: '请工作人员核对身份后重置',
                    icon: 'key',
                  },
                  {
                    title: '管理员变更、企业信息变更',
                    href: `${paths.help()}#administrator-left`,
                    note: '需要准备的材料和办理方式',
                    icon: 'swap',
                  },
                ]}
              />
            </Card>
          </>
        }
        side={
          <Card title="需要帮助">
            <HelpList support={support} />
          </Card>
        }
      />
    </>
  );
});
