import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Stack } from '@/components/ui/layout';
import { formatDay } from '@/lib/kernel/shanghai-day';
import type { NoticeSheet } from '@/lib/notice/rules/views';

/** 怎样提出异议: by name, with facts and a way to be reached, to this office. */
export function HowToObject({ sheet }: { sheet: NoticeSheet }) {
  const { office, telephone, address, post, period } = sheet;
  return (
    <Card title="怎样提出异议" compact>
      <Stack gap={3}>
        <p>
          对名单有异议的，请在 {formatDay(period.endsOn)} 24:00
          前以书面形式提出。请署真实姓名，写明事实、理由和联系方式。
        </p>
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
