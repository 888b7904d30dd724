import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PrintButton } from '@/components/portal/print-button';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Measure, NotPrinted, Row, Stack } from '@/components/ui/layout';
import { NumberedList } from '@/components/ui/item-list';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { formatDay } from '@/lib/kernel/shanghai-day';
import { objectionReceipt } from '@/lib/objection/public-queries';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '异议回执', robots: { index: false, follow: false } };

const params = z.object({ id: z.uuid() });

export default page({ who: 'public', params }, async ({ ctx, params: { id } }) => {
  const receipt = await objectionReceipt(ctx, id);
  if (!receipt) notFound();
  const { number, noticeTitle, receivedOn, dueOn, terms, office, telephone } = receipt;
  return (
    <Measure width="form">
      <PageHead
        breadcrumb={[
          { label: '首页', href: paths.home() },
          { label: '通知公示', href: paths.notices() },
          { label: '异议回执' },
        ]}
        title="异议回执"
      />
      <Stack gap={4}>
        <Notice tone="green" role="status" title={`异议已收到，编号 ${number}`}>
          请记下编号。查询进度须填编号和联系电话最后 4 位。
        </Notice>
        <Card>
          <DefinitionList
            items={[
              { label: '异议编号', value: number },
              { label: '公示名单', value: noticeTitle },
              { label: '收到日期', value: formatDay(receivedOn) },
              { label: '受理单位', value: `${office}　${telephone}` },
            ]}
          />
        </Card>
        <Card title="接下来" compact>
          <NumberedList
            items={[
              {
                key: 'accept',
                title: dueOn ? `${formatDay(dueOn)}前告知是否受理` : '告知是否受理',
                note: `收到后 ${terms.accept} 个工作日内`,
              },
              {
                key: 'decide',
                title: '核查并作出决定',
                note: `受理后 ${terms.decide} 个工作日内。核查期间，该申请不转入拨付。您的姓名不会告知申报单位。`,
              },
              { key: 'answer', title: '答复您', note: '以短信、邮件告知，也可以凭编号查询。' },
            ]}
          />
        </Card>
        <NotPrinted>
          <Row gap={3}>
            <LinkButton href={`${paths.objectionProgress()}?number=${number}`} variant="primary">
              查询办理进度
            </LinkButton>
            <PrintButton>打印回执</PrintButton>
          </Row>
        </NotPrinted>
      </Stack>
    </Measure>
  );
});
