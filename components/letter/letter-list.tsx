import { LinkButton } from '@/components/ui/button';
import { ItemList } from '@/components/ui/item-list';
import { Row } from '@/components/ui/layout';
import type { LetterLine } from '@/lib/letter/queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import styles from './letter-list.module.css';

/** 文书 of a case: title, number, when, to look at or to keep. */
export function LetterList({ letters }: { letters: readonly LetterLine[] }) {
  return (
    <ItemList
      label="文书"
      items={letters.map(({ id, title, number, at, submission }) => ({
        key: id,
        title,
        note: (
          <>
            <p>{number}</p>
            <p>
              第 {submission} 次提交，{formatDayTime(at)}
            </p>
            <Row gap={2} className={styles.acts}>
              <LinkButton
                size="s"
                variant="secondary"
                href={paths.letterPdf(id, 'inline')}
                target="_blank"
                aria-label={`查看${title} ${number}`}
              >
                查看
              </LinkButton>
              <LinkButton size="s" variant="plain" href={paths.letterPdf(id)} aria-label={`下载${title} ${number}`}>
                下载
              </LinkButton>
            </Row>
          </>
        ),
      }))}
    />
  );
}
