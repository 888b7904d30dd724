import { ResetForm } from '@/components/change/reset-form';
import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { Measure, Stack } from '@/components/ui/layout';
import { NumberedList } from '@/components/ui/item-list';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { requestResetAction } from './actions';

export const metadata = { title: '密码重置请求' };

export default page({ who: 'public' }, async () => (
  <Measure width="form">
    <PageHead
      breadcrumb={[
        { label: '首页', href: paths.home() },
        { label: '登录', href: paths.login() },
        { label: '密码重置请求' },
      ]}
      title="请业务窗口重置密码"
      meta={<span>不必再发邮件。在这里提交，两名业务人员先后核实、复核后重置。</span>}
    />
    <Stack gap={6}>
      <Card>
        <ResetForm action={requestResetAction} codeId={crypto.randomUUID()} />
      </Card>
      <Card compact title="先看看能不能更快">
        <NumberedList
          items={[
            { key: 'bound', title: 'super 和经办人', note: '绑定过手机或邮箱的，用“忘记密码”自己找回。' },
            { key: 'admin', title: 'admin 还能登录', note: '请管理员在“员工管理”中重置其他人的密码。' },
            { key: 'mobile', title: '预留手机也不用了', note: '请由 super 登录后提交“管理员变更”。' },
          ]}
        />
        <p>
          <Anchor href={paths.login()}>返回登录</Anchor>
        </p>
      </Card>
    </Stack>
  </Measure>
));
