'use client';

import { Dialog } from '@/components/ui/dialog';
import { ItemList } from '@/components/ui/item-list';
import { Stack } from '@/components/ui/layout';
import { Status } from '@/components/ui/status';
import type { DeskPast } from '@/lib/review/rules/desk-past';
import type { Desk } from './use-desk';
import styles from './part-fields.module.css';

type Props = { desk: Desk; open: boolean; onClose: () => void };

/** 此前申请: other cases of the person on the screen, and of the enterprise, with how they ended and why. */
export function PastDialog({ desk, open, onClose }: Props) {
  const { part, view } = desk;
  return (
    <Dialog open={open} onClose={onClose} title="此前申请" size="l">
      <Stack>
        {part.talent && <Past title={`${part.title}本人`} lines={part.talent.past} total={part.talent.past.length} />}
        <Past title={view.enterpriseName} lines={view.past} total={view.otherCases} />
      </Stack>
    </Dialog>
  );
}

function Past({ title, lines, total }: { title: string; lines: readonly DeskPast[]; total: number }) {
  return (
    <section aria-label={title}>
      <h3>
        {title}，{total} 件{lines.length < total && `，列出最近 ${lines.length} 件`}
      </h3>
      {lines.length === 0 ? (
        <p className={styles.note}>没有其他申请。</p>
      ) : (
        <ItemList
          label={title}
          quietTitles
          items={lines.map(({ key, href, title: words, note, status }) => ({
            ...{ key, href, note, title: words },
            aside: (
              <Status look="text" tone={status.tone} icon={status.icon}>
                {status.word}
              </Status>
            ),
          }))}
        />
      )}
    </section>
  );
}
