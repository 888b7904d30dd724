import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { EmptyState } from '../ui/empty-state';
import { ItemList } from '../ui/item-list';

export type MessageLine = { readonly id: string; readonly title: string; readonly at: Date; readonly href: string };

/** 通知: what was sent to the contacts by SMS and mail. */
export function MessageList({ messages }: { messages: readonly MessageLine[] }) {
  if (messages.length === 0) {
    return <EmptyState icon="bell" title="还没有通知" why="办理有进展时，会通知申请时选择的联系人，并列在这里。" />;
  }
  return (
    <ItemList
      label="通知"
      quietTitles
      items={messages.map(({ id, title, at, href }) => ({ key: id, title, href, note: formatDayTime(at) }))}
    />
  );
}
