import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { IconList } from '@/components/ui/item-list';
import { Timeline } from '@/components/ui/timeline';
import type { CaseStatusView } from '@/lib/application/case-queries';
import { formatDayTime } from '@/lib/kernel/shanghai-day';

/** 办理进程: what happened, newest first; the role, never a person. */
export function CaseHistory({ view }: { view: CaseStatusView }) {
  if (view.timeline.length === 0) return null;
  return (
    <Card title="办理进程">
      <Timeline
        items={view.timeline.map(({ at, word, by, note }, index) => ({
          at: formatDayTime(at),
          dateTime: at.toISOString(),
          title: word,
          by,
          note,
          ...(index === 0 && view.status === 'RETURNED' ? { tone: 'amber' as const, icon: 'undo' as const } : {}),
        }))}
      />
    </Card>
  );
}

/** What was handed in, submission by submission, each as it was. */
export function CaseVersions({ view }: { view: CaseStatusView }) {
  if (view.submissions.length === 0) return null;
  return (
    <Card title="提交的版本">
      <IconList
        items={view.submissions.map(({ number, at }) => ({
          key: String(number),
          icon: 'file',
          tone: 'link',
          title: `第 ${number} 次提交的申请表`,
          href: `/applications/${view.id}/submissions/${number}`,
          note: formatDayTime(at),
        }))}
      />
    </Card>
  );
}

type HelpProps = { readonly guide: string; readonly support: { readonly phone?: string; readonly hours?: string } };

export function CaseHelp({ guide, support }: HelpProps) {
  return (
    <Card title="有疑问" compact>
      {support.phone && (
        <p>
          请拨 {support.phone}
          {support.hours && `，${support.hours}`}，报受理编号。
        </p>
      )}
      <p>
        <Anchor href={guide}>查看办事指南</Anchor>
      </p>
    </Card>
  );
}
