import { redirect } from 'next/navigation';
import { AccountForm } from '@/components/account/account-form';
import { PasswordAdvice } from '@/components/account/password-advice';
import { newPasswordFields } from '@/components/account/password-fields';
import { SignInBox, SignInPage } from '@/components/sign-in/sign-in-page';
import { Stack } from '@/components/ui/layout';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { chooseFirstStaffPasswordAction } from './actions';

export const metadata = { title: '修改初始密码' };

export default page(
  { who: 'staff', servesPending: 'first-password', at: paths.staffFirstPassword },
  async ({ ctx: { actor } }) => {
    if (actor.pending !== 'first-password') redirect(paths.staffHome());
    return (
      <SignInPage
        box={
          <SignInBox heading="修改初始密码" title="请先修改初始密码">
            <Stack gap={4}>
              <p>
                {actor.displayName}，{actor.username}
              </p>
              <AccountForm
                action={chooseFirstStaffPasswordAction}
                fields={newPasswordFields('staff')}
                submitLabel="保存新密码"
                pendingLabel="正在保存"
                notDone="新密码尚未保存"
                full
              />
            </Stack>
          </SignInBox>
        }
        aside={<PasswordAdvice />}
      />
    );
  },
);
