import { AccountForm } from '@/components/account/account-form';
import { PasswordAdvice } from '@/components/account/password-advice';
import { newPasswordFields } from '@/components/account/password-fields';
import { SignInBox, SignInPage } from '@/components/sign-in/sign-in-page';
import { Anchor } from '@/components/ui/anchor';
import { Section } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { resetPasswordAction } from '../actions';

export const metadata = { title: '设置新密码' };

export default page({ who: 'public' }, async ({ search }) => {
  const what = search.by === 'email' ? '邮箱' : '手机';
  return (
    <SignInPage
      box={
        <SignInBox
          heading="设置新密码"
          title="设置新密码"
          below={<Anchor href={paths.forgotPassword()}>重新获取验证码</Anchor>}
        >
          <Stack gap={4}>
            <Notice title={`如该账号已绑定${what}，验证码已发送`}>五分钟内有效，请查收后在本页填写。</Notice>
            <AccountForm
              action={resetPasswordAction}
              fields={[
                { name: 'code', label: '验证码', kind: 'code', autoComplete: 'one-time-code', aside: '6 位数字' },
                ...newPasswordFields('enterprise'),
              ]}
              submitLabel="设置新密码"
              pendingLabel="正在设置"
              notDone="新密码尚未设置"
              full
            />
          </Stack>
        </SignInBox>
      }
      aside={
        <>
          <Section title="没有收到验证码">
            <p>请核对企业名称和用户名，一分钟后重新获取。</p>
            <p>账号没有绑定{what}的，收不到验证码，可请企业管理员重置，或</p>
            <p>
              <Anchor href={paths.forgotPasswordRequest()}>提交密码重置申请</Anchor>
            </p>
          </Section>
          <PasswordAdvice />
        </>
      }
    />
  );
});
