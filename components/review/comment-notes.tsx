'use client';

import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Status } from '@/components/ui/status';
import type { KeptRegion } from '@/lib/files/rules/region';
import type { DeskComment } from '@/lib/review/rules/desk-view';
import styles from './comment-notes.module.css';

type Props = {
  comments: readonly DeskComment[];
  onRemove?: (id: string) => void;
  /** Without its label, where it stands under what it speaks of. */
  bare?: boolean;
  /** Of those that speak of a marked place: the number that stands there. */
  numbers?: ReadonlyMap<string, number>;
  /** Opens the page of such a place. */
  onOpen?: (region: KeptRegion) => void;
};

/** Comments where they belong; drafts can be taken back until they are sent with a return. */
export function CommentNotes({ comments, onRemove, bare, numbers, onOpen }: Props) {
  if (comments.length === 0) return null;
  return (
    <ul className={classNames(styles.notes, bare && styles.bare)} aria-label="审核意见">
      {comments.map((comment) => (
        <li key={comment.id} className={classNames(styles.note, comment.isDraft && styles.draft)}>
          {!bare && <b>{comment.label}</b>}
          <p>
            <PlaceOf comment={comment} number={numbers?.get(comment.id)} onOpen={onOpen} />
            {comment.text}
          </p>
          <p className={styles.by}>
            {comment.by}
            {comment.isDraft && '，待退回时发出'}
            {comment.isMended !== null && (
              <Status look="text" tone={comment.isMended ? 'green' : 'amber'}>
                {comment.isMended ? '此处已改' : '此处未改'}
              </Status>
            )}
          </p>
          {comment.isDraft && onRemove && (
            <span className={styles.act}>
              <IconButton icon="trash" label="收回这条意见" onClick={() => onRemove(comment.id)} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

type PlaceProps = { comment: DeskComment; number: number | undefined; onOpen: Props['onOpen'] };

/** The number of the marked place, which leads to its page. */
function PlaceOf({ comment: { region }, number, onOpen }: PlaceProps) {
  if (!region || number === undefined || !onOpen) return null;
  const words = region.isPdf ? `第 ${region.page} 页` : '标出处';
  return (
    <button type="button" className={styles.place} onClick={() => onOpen(region)}>
      <span className={styles.number}>{number}</span>
      {words}
    </button>
  );
}
