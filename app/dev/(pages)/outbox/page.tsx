import { Card } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { EmptyState } from '@/components/ui/empty-state';
import { devMessages } from '@/lib/demo/queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { demoOnly } from '@/lib/runtime/demo';
import { page } from '@/lib/runtime/page';
import styles from '../dev.module.css';

export default page({ who: 'public', servesPending: 'any' }, async ({ ctx, search }) => {
  demoOnly();
  const channel = search.channel === 'SMS' || search.channel === 'MAIL' ? search.channel : undefined;
  const messages = await devMessages(ctx, { channel, search: search.q });
  return (
    <>
      <PageHead title="短信与邮件" meta="演示环境不向外发送，全部记在这里，最新的在前。" />
      <Stack gap={4}>
        {messages.map((message) => (
          <Card
            key={message.id}
            title={message.channel === 'SMS' ? '短信' : (message.subject ?? '邮件')}
            aside={`${message.recipient}　${formatDayTime(message.at)}`}
          >
            <pre className={styles.body} data-channel={message.channel}>
              {message.body}
            </pre>
          </Card>
        ))}
        {messages.length === 0 ? (
          <EmptyState title="还没有发出消息" why="提交、退回、公示、拨付时会在这里看到。" />
        ) : null}
      </Stack>
    </>
  );
});
