'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button, LinkButton } from '@/components/ui/button';
import { Section } from '@/components/ui/card';
import { ItemList, type Item } from '@/components/ui/item-list';
import { Muted, Stack } from '@/components/ui/layout';
import { Status } from '@/components/ui/status';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import type { AskedLine, GivenLine } from '@/lib/review/asked-queries';
import { STAGE_LABELS, VERDICT_LABELS } from '@/lib/review/rules/labels';
import { answered, sentenceOf, type DeskActs } from './acts';
import { AnswerDialog } from './opinion-answer';

type Props = {
  given: readonly GivenLine[];
  forMe: readonly AskedLine[];
  byMe: readonly AskedLine[];
  answers: readonly AskedLine[];
  answer: DeskActs['answerOpinion'];
  withdraw: DeskActs['withdrawOpinion'];
};

/** What colleagues gave to this person or asked of them, and what came back. */
export function AskedPage({ given, forMe, byMe, answers, answer, withdraw }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState<AskedLine | null>(null);
  const refresh = () => router.refresh();

  async function takeBack(id: string) {
    const done = await answered(withdraw({ opinionId: id }));
    announce(done.ok ? '已撤回加签' : sentenceOf(done.explained), done.ok ? 'green' : 'red');
    refresh();
  }
  return (
    <Stack gap={4}>
      <List
        title="转交给我"
        count={given.length}
        empty="没有转交给您、还未开始办理的案件。"
        items={given.map((line) => ({
          ...caseItem(line),
          note: `${line.from}，${formatDayTime(line.at)}，${STAGE_LABELS[line.stage]}：${line.reason}`,
          action: (
            <LinkButton size="s" variant="secondary" href={paths.staffApplication(line.applicationId)}>
              开始办理
            </LinkButton>
          ),
        }))}
      />
      <List
        title="待我加签"
        count={forMe.length}
        empty="没有等待您答复的加签。"
        items={forMe.map((line) => ({
          ...caseItem(line),
          note: `${line.by}，${formatDayTime(line.at)}，${STAGE_LABELS[line.stage]}：${line.question}`,
          action: (
            <Button size="s" variant="secondary" aria-haspopup="dialog" onClick={() => setOpen(line)}>
              答复
            </Button>
          ),
        }))}
      />
      <List
        title="我请同事提的意见"
        count={byMe.length}
        empty="没有等待同事答复的加签。"
        items={[
          ...byMe.map((line) => ({
            ...caseItem(line),
            note: `请${line.of}，${formatDayTime(line.at)}：${line.question}`,
            action: (
              <Button size="s" variant="plain" onClick={() => void takeBack(line.id)}>
                撤回
              </Button>
            ),
          })),
          ...answers.map((line) => ({
            ...caseItem(line),
            note: `${line.of}，${formatDayTime(line.at)}${line.answer ? `：${line.answer}` : ''}`,
            aside: line.verdict && (
              <Status look="text" tone={line.verdict === 'DISAGREE' ? 'red' : 'green'}>
                {VERDICT_LABELS[line.verdict]}
              </Status>
            ),
          })),
        ]}
      />
      {open && <AnswerDialog asked={open} answer={answer} open onClose={() => setOpen(null)} onDone={refresh} />}
    </Stack>
  );
}

function caseItem({ id, applicationId, enterpriseName, number }: AskedLine | GivenLine): Item {
  return { key: id, title: `${enterpriseName}，${number}`, href: paths.staffApplication(applicationId) };
}

type ListProps = { title: string; count: number; empty: string; items: readonly Item[] };

function List({ title, count, empty, items }: ListProps) {
  return (
    <Section title={title} note={count > 0 ? `${count} 件` : undefined}>
      {items.length > 0 ? <ItemList label={title} items={items} /> : <Muted>{empty}</Muted>}
    </Section>
  );
}
