import { AccountForm } from '@/components/account/account-form';
import { FACTOR_FIELD } from '@/components/account/factor-field';
import { StaffHead } from '@/components/frame/staff-frame';
import { Card } from '@/components/ui/card';
import { Measure, Stack } from '@/components/ui/layout';
import { safeNext } from '@/lib/access/rules/safe-next';
import { STEP_UP_MINUTES } from '@/lib/access/rules/step-up';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { proveAgainAction } from './actions';

export const metadata = { title: '再次验证身份' };

export default page({ who: 'staff', at: () => paths.staffProve() }, async ({ search }) => (
  <Measure width="form">
    <StaffHead title="再次验证身份" note={`验证后 ${STEP_UP_MINUTES} 分钟内有效`} />
    <Card>
      <Stack gap={4}>
        <p>资金下达、付款文件、导出和账号管理，须确认仍是您本人在操作。</p>
        <AccountForm
          action={proveAgainAction}
          fields={[
            { name: 'current', label: '密码', kind: 'password', autoComplete: 'current-password' },
            FACTOR_FIELD,
          ]}
          hidden={{ next: safeNext(search.next, 'staff', '') }}
          submitLabel="验证并返回"
          pendingLabel="正在验证"
          notDone="尚未通过验证"
        />
      </Stack>
    </Card>
  </Measure>
));
