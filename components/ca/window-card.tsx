import type { CaWindow } from '@/lib/enterprise/rules/ca-window';
import { Card } from '../ui/card';
import { IconList } from '../ui/item-list';

/** Where a key is renewed: the place, when it is open, whom to ring, what to bring. */
export function WindowCard({ window }: { window: CaWindow }) {
  return (
    <Card title="CA 窗口" foot="到窗口后，告知人员本页的提示或体检代码。">
      <IconList
        items={[
          { key: 'place', icon: 'flag', title: window.place },
          { key: 'hours', icon: 'clock', title: window.hours, note: '节假日以窗口公告为准' },
          { key: 'phones', icon: 'phone', title: window.telephones.join('、'), note: '江苏CA 咨询电话' },
          { key: 'bring', icon: 'card', title: '请携带', note: window.bring.join('、') },
        ]}
      />
    </Card>
  );
}
