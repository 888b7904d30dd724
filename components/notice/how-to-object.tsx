import { Anchor } from '@/components/ui/anchor';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { NotPrinted, Stack } from '@/components/ui/layout';
import { paths } from '@/lib/kernel/paths';
import { formatDay } from '@/lib/kernel/shanghai-day';
import type { NoticeSheet } from '@/lib/notice/rules/views';

/** 怎样提出异议: by name, with facts and a way to be reached, to this office. */
export function HowToObject({ sheet, objectHref }: { sheet: NoticeSheet; objectHref?: string }) {
  const { office, telephone, address, post, period } = sheet;
  return (
    <Card title="怎样提出异议" compact>
      <Stack gap={3}>
        <p>
          对名单有异议的，请在 {formatDay(period.endsOn)} 24:00
          前在网上或书面提出。请署真实姓名，写明事实、理由和联系方式。
        </p>
        {objectHref && (
          <NotPrinted>
            <Stack gap={2}>
              <LinkButton href={objectHref} icon="flag" full>
                提出异议
              </LinkButton>
              <Anchor href={paths.objectionProgress()}>查询异议办理进度</Anchor>
            </Stack>
          </NotPrinted>
        )}
        <DefinitionList
          items={[
            { label: '受理单位', value: office },
            { label: '电话', value: telephone },
            { label: '地址', value: address },
            { label: '邮编', value: post },
          ]}
        />
        <p>异议人的姓名不会告知申报单位。匿名反映的，作为线索核查。</p>
      </Stack>
    </Card>
  );
}
