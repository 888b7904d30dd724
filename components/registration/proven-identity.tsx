import { Card } from '@/components/ui/card';
import { ReadField } from '@/components/ui/field';
import { Grid } from '@/components/ui/layout';
import { groupUscc } from '@/components/frame/enterprise-bar';
import { CA_NAMES, type CaProvider } from '@/lib/enterprise/rules/ca-provider';
import type { RegistrationView } from '@/lib/enterprise/registration-queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';

/** What the certificate said, with source and time: read, never typed. */
export function ProvenIdentity({ registration }: { registration: RegistrationView }) {
  const { enterpriseName, uscc, provider, provenAt } = registration;
  const source = `${CA_NAMES[provider as CaProvider]}证书，${formatDayTime(new Date(provenAt))}读取`;
  return (
    <Card title="企业身份" aside="由 CA 证书读出，不能修改">
      <Grid columns={2}>
        <ReadField label="企业名称" value={enterpriseName} source={source} />
        <ReadField label="统一社会信用代码" value={groupUscc(uscc)} source={source} />
      </Grid>
    </Card>
  );
}
