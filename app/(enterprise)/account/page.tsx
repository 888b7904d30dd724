import { AccountForm } from '@/components/account/account-form';
import { BindForm } from '@/components/account/bind-form';
import { newPasswordFields } from '@/components/account/password-fields';
import { SessionList } from '@/components/account/session-list';
import { Card } from '@/components/ui/card';
import { Grid, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { mySessions, ownAccount } from '@/lib/access/account-queries';
import { ENTERPRISE_ROLE_WORDS } from '@/lib/access/rules/role-words';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import {
  askEmailCodeAction,
  askMobileCodeAction,
  bindEmailAction,
  bindMobileAction,
  changePasswordAction,
  endOthersAction,
  endSessionAction,
} from './actions';

export const metadata = { title: '我的账号' };

const CURRENT = { name: 'current', label: '原密码', kind: 'password', autoComplete: 'current-password' } as const;

export default page({ who: 'enterprise', at: paths.account }, async ({ ctx }) => {
  const [sessions, own] = await Promise.all([mySessions(ctx), ownAccount(ctx)]);
  return (
    <>
      <PageHead
        breadcrumb={[{ label: '人才服务用户空间', href: paths.space() }, { label: '我的账号' }]}
        title="我的账号"
        meta={
          <span>
            {own.displayName}，{ctx.actor.username}（{ENTERPRISE_ROLE_WORDS[ctx.actor.role]}）
          </span>
        }
      />
      <Stack gap={6}>
        <Card title="登录中的设备" flush>
          <SessionList sessions={sessions} end={endSessionAction} endOthers={endOthersAction} />
        </Card>
        <Grid>
          <Card title="绑定手机" aside={own.maskedMobile ?? '未绑定'}>
            <BindForm what="mobile" bound={own.maskedMobile} ask={askMobileCodeAction} bind={bindMobileAction} />
          </Card>
          <Card title="绑定邮箱" aside={own.maskedEmail ?? '未绑定'}>
            <BindForm what="email" bound={own.maskedEmail} ask={askEmailCodeAction} bind={bindEmailAction} />
          </Card>
        </Grid>
        <Card title="修改密码" foot="修改后，其他设备全部退出，本设备继续使用。">
          <AccountForm
            action={changePasswordAction}
            fields={[CURRENT, ...newPasswordFields('enterprise')]}
            submitLabel="修改密码"
            pendingLabel="正在修改"
            notDone="密码尚未修改"
          />
        </Card>
      </Stack>
    </>
  );
});
