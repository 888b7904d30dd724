import { AccountForm } from '@/components/account/account-form';
import { BindForm } from '@/components/account/bind-form';
import { FactorCard } from '@/components/account/factor-card';
import { newPasswordFields } from '@/components/account/password-fields';
import { SessionList } from '@/components/account/session-list';
import { StaffHead } from '@/components/frame/staff-frame';
import { Card } from '@/components/ui/card';
import { Grid, Stack } from '@/components/ui/layout';
import { mySessions, ownAccount } from '@/lib/access/account-queries';
import { factorState } from '@/lib/access/factor-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import {
  askEmailCodeStaffAction,
  askMobileCodeStaffAction,
  bindEmailStaffAction,
  bindMobileStaffAction,
  changePasswordStaffAction,
  endOthersStaffAction,
  endSessionStaffAction,
  renewRecoveryCodesCall,
  replaceFactorAction,
} from './actions';

export const metadata = { title: '我的账号' };

const CURRENT = { name: 'current', label: '原密码', kind: 'password', autoComplete: 'current-password' } as const;

export default page({ who: 'staff', at: paths.staffAccount }, async ({ ctx }) => {
  const [sessions, factor, own] = await Promise.all([mySessions(ctx), factorState(ctx), ownAccount(ctx)]);
  return (
    <>
      <StaffHead title="我的账号" note={`${ctx.actor.displayName}，${ctx.actor.username}`} />
      <Stack gap={6}>
        <Card title="登录中的设备" flush>
          <SessionList sessions={sessions} end={endSessionStaffAction} endOthers={endOthersStaffAction} />
        </Card>
        <Card title="第二重验证">
          <FactorCard {...factor} renew={renewRecoveryCodesCall} replace={replaceFactorAction} />
        </Card>
        <Grid>
          <Card title="绑定手机" aside={own.maskedMobile ?? '未绑定'}>
            <BindForm
              what="mobile"
              why="接收账号提醒，也是安全管理员重置密码时唯一的发送处。"
              bound={own.maskedMobile}
              ask={askMobileCodeStaffAction}
              bind={bindMobileStaffAction}
            />
          </Card>
          <Card title="绑定邮箱" aside={own.maskedEmail ?? '未绑定'}>
            <BindForm
              what="email"
              why="接收账号提醒。"
              bound={own.maskedEmail}
              ask={askEmailCodeStaffAction}
              bind={bindEmailStaffAction}
            />
          </Card>
        </Grid>
        <Card title="修改密码" foot="修改后，其他设备全部退出，本设备继续使用。">
          <AccountForm
            action={changePasswordStaffAction}
            fields={[CURRENT, ...newPasswordFields('staff')]}
            submitLabel="修改密码"
            pendingLabel="正在修改"
            notDone="密码尚未修改"
          />
        </Card>
      </Stack>
    </>
  );
});
