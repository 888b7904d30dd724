import { StatementCard } from '@/components/objection/statement-card';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Measure, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { myStatements } from '@/lib/objection/own-queries';
import { page } from '@/lib/runtime/page';
import { giveStatementAction } from './actions';

export const metadata = { title: '异议说明' };

export default page({ who: 'enterprise', at: paths.statements }, async ({ ctx }) => {
  const statements = await myStatements(ctx);
  return (
    <Measure width="form">
      <PageHead title="异议说明" meta={<span>公示期收到异议时，请在期限内说明情况</span>} />
      <Stack gap={4}>
        {statements.map((statement) => (
          <StatementCard key={statement.id} statement={statement} act={giveStatementAction} />
        ))}
        {statements.length === 0 && (
          <Card flush>
            <EmptyState icon="inbox" title="没有需要说明的异议" why="需要贵单位说明时，会以短信和邮件通知。" />
          </Card>
        )}
      </Stack>
    </Measure>
  );
});
