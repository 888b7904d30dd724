import { CrlTable } from '@/components/ca-admin/crl-table';
import { FieldEditor } from '@/components/ca-admin/field-editor';
import { ProviderState } from '@/components/ca-admin/provider-state';
import { RefreshCrls } from '@/components/ca-admin/refresh-crls';
import { RootList } from '@/components/ca-admin/root-list';
import { WindowForm } from '@/components/ca-admin/window-form';
import { StaffHead } from '@/components/frame/staff-frame';
import { Card } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { caOverview } from '@/lib/enterprise/ca-queries';
import { CA_NAMES } from '@/lib/enterprise/rules/ca-provider';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { refreshCrlsAction, saveCaFieldsCall, saveCaWindowCall } from './actions';

export const metadata = { title: 'CA 核验' };

export default page({ who: 'staff', may: 'ca.manage', at: paths.staffCa }, async ({ ctx }) => {
  const { providers, window } = await caOverview(ctx);
  return (
    <Stack gap={6}>
      <StaffHead
        title="CA 核验"
        note="企业凭 CA 证明身份时，系统按本页的根证书、吊销名单和字段表判断"
        actions={<RefreshCrls refresh={refreshCrlsAction} />}
      />
      <ProviderState providers={providers} />
      {providers.map(({ provider, roots, lists, fields, fieldsAt, changes }) => (
        <Stack key={provider} gap={4}>
          <Card title={`${CA_NAMES[provider]}：固定的证书`} aside="由运维写入配置，本页只读" flush>
            <RootList roots={roots} />
          </Card>
          <Card title={`${CA_NAMES[provider]}：吊销名单`} aside="每 30 分钟自动更新" flush>
            <CrlTable rows={lists} now={ctx.now} />
          </Card>
          <Card
            id={`fields-${provider}`}
            title={`${CA_NAMES[provider]}：字段表`}
            aside={fieldsAt ? '已由管理员修改' : '系统默认'}
          >
            <FieldEditor
              key={fieldsAt ?? 'default'}
              provider={provider}
              table={fields}
              seen={fieldsAt}
              changes={changes}
              save={saveCaFieldsCall}
            />
          </Card>
        </Stack>
      ))}
      <Card title="CA 窗口" aside="写在企业看到的每条 CA 提示里">
        <WindowForm key={JSON.stringify(window)} window={window} save={saveCaWindowCall} />
      </Card>
    </Stack>
  );
});
