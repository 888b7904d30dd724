import { Kbd, Status, Tag } from '@/components/ui/status';
import { formatYuan } from '@/lib/kernel/fen';
import { countChecks, type DeskPart } from '@/lib/review/rules/desk';
import { ChangeBox } from './change-box';
import { CommentNotes } from './comment-notes';
import { CHECK, FieldRow } from './field-row';
import { PaperList } from './paper-list';
import type { Desk } from './use-desk';
import styles from './part-fields.module.css';

type Props = { desk: Desk; onComment: (target: string) => void; onPast: () => void };

/** The chosen part: what was filled in, what was checked, what changed, and the comments where they belong. */
export function PartFields({ desk, onComment, onPast }: Props) {
  const { part, view } = desk;
  const pins = new Set(part.sections.flatMap(({ rows }) => rows.map(({ pin }) => pin)));
  const loose = desk.comments.filter(
    ({ partId, target }) => partId === part.id && !pins.has(target) && !part.papers.some(({ key }) => key === target),
  );
  return (
    <section className={styles.pane} aria-label={part.title}>
      <PartHead desk={desk} />
      <div className={styles.scroll} tabIndex={0} role="group" aria-label="填写内容与核验">
        {part.changes.length > 0 && (
          <ChangeBox changes={part.changes} since={view.submission - 1} onOpen={desk.openKey} />
        )}
        <CommentNotes comments={loose} onRemove={desk.isMine ? desk.removeComment : undefined} />
        {part.sections.length > 0 && <CheckSummary part={part} />}
        {part.sections.map(({ title, rows }) => (
          <table key={title} className={styles.fields}>
            <caption>{title}</caption>
            <tbody>
              {rows.map((row) => (
                <FieldRow
                  key={`${row.pin} ${row.label} ${row.value}`}
                  desk={desk}
                  row={row}
                  onComment={onComment}
                  withChecks={rows.some(({ checks }) => checks.length > 0)}
                />
              ))}
            </tbody>
          </table>
        ))}
        <PaperList desk={desk} />
      </div>
      <button type="button" className={styles.history} aria-haspopup="dialog" onClick={onPast}>
        <Kbd>E</Kbd> 此前：本单位 {view.otherCases} 件{part.talent && `，本人 ${part.talent.past.length} 件`}
        <span className={styles.place}>{view.submittedAt} 提交</span>
      </button>
    </section>
  );
}

function PartHead({ desk }: { desk: Desk }) {
  const { part, view, decisions } = desk;
  const decision = decisions[part.id];
  const talents = view.parts.filter(({ talent }) => talent !== null).length;
  const by = decision?.stage === 'FIRST' && view.stage === 'FINAL' ? '初审：' : '';
  return (
    <header className={styles.head}>
      <div className={styles['head-line']}>
        <h2>{part.title}</h2>
        {part.talent && (
          <>
            <span className={styles.note}>
              {part.talent.categoryLabel}，标准 {formatYuan(part.talent.standardFen)} 元
              {part.talent.standardNote && `（${part.talent.standardNote}）`}
            </span>
            {decision ? (
              <Status tone={decision.supported ? 'green' : 'red'}>
                {by}
                {decision.supported ? '支持' : '不予支持'}
              </Status>
            ) : (
              <Tag>未定</Tag>
            )}
            {part.talent.earlier !== null && <Tag>上次：{part.talent.earlier ? '支持' : '不予支持'}</Tag>}
            <span className={styles.place}>
              第 {part.talent.position} 位，共 {talents} 位
            </span>
          </>
        )}
      </div>
      {decision?.reason && <p className={styles.reason}>{decision.reason}</p>}
    </header>
  );
}

const CHECK_TONES = ['passed', 'failed', 'open', 'note'] as const;

function CheckSummary({ part }: { part: DeskPart }) {
  const counts = countChecks(part);
  const shown = CHECK_TONES.filter((tone) => counts[tone] > 0);
  if (shown.length === 0) return null;
  return (
    <p className={styles.summary}>
      <b>字段与自动核验</b>
      {shown.map((tone) => (
        <Status key={tone} look="text" tone={CHECK[tone].tone} icon={CHECK[tone].icon}>
          {counts[tone]} {CHECK[tone].words}
        </Status>
      ))}
    </p>
  );
}
