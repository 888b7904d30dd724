'use client';

import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Status } from '@/components/ui/status';
import type { DeskComment } from '@/lib/review/rules/desk-view';
import styles from './comment-notes.module.css';

type Props = {
  comments: readonly DeskComment[];
  onRemove?: (id: string) => void;
  /** Without its label, where it stands under what it speaks of. */
  bare?: boolean;
};

/** Comments where they belong; drafts can be taken back until they are sent with a return. */
export function CommentNotes({ comments, onRemove, bare }: Props) {
  if (comments.length === 0) return null;
  return (
    <ul className={classNames(styles.notes, bare && styles.bare)} aria-label="审核意见">
      {comments.map((comment) => (
        <li key={comment.id} className={classNames(styles.note, comment.isDraft && styles.draft)}>
          {!bare && <b>{comment.label}</b>}
          <p>{comment.text}</p>
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
