import type { HistoryLine } from '@/lib/audit/history-queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { Card } from '../ui/card';
import { Timeline } from '../ui/timeline';

/** What happened, newest first, with who and why. */
export function HistoryCard({ lines }: { lines: readonly HistoryLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Card compact title="经过">
      <Timeline
        items={lines.map(({ word, at, by, reason }) => ({
          title: word,
          at: formatDayTime(at),
          dateTime: at.toISOString(),
          by,
          note: reason,
        }))}
      />
    </Card>
  );
}
