'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { formatTime } from '@/lib/kernel/shanghai-day';
import type { FieldConfig } from '@/lib/programme/rules/config';
import type { SavedBy } from '../draft/draft-state';
import { keyOf, storedValue, type Place } from '../draft/draft-values';
import { useWizard } from '../wizard/wizard-context';
import styles from './two-values.module.css';

/** Where somebody else saved another value meanwhile: both, side by side and by name, of which one is chosen. */
export function TwoValues({ place, field }: { place: Place; field: FieldConfig }) {
  const { state, session, view } = useWizard();
  const conflict = state.conflicts.find((one) => keyOf(one) === keyOf(place));
  if (!conflict) return null;
  const say = (value: string) => displayAnswer(field, value, view.config.categories) || '（空）';
  const saved = storedValue(state.draft, place) || conflict.theirs;
  return (
    <div className={styles.values}>
      <Notice tone="amber" role="alert" title="此项在别处改过，请选择保留哪一个">
        <div className={styles.sides}>
          <div className={styles.side}>
            <p className={styles.whose}>您填的</p>
            <p className={styles.value}>{say(conflict.mine)}</p>
            <Button size="s" aria-label={`${field.label}：用您填的`} onClick={() => session.choose(place, 'mine')}>
              用您填的
            </Button>
          </div>
          <div className={styles.side}>
            <p className={styles.whose}>已保存的{whose(conflict.by)}</p>
            <p className={styles.value}>{field.sealed ? saved : say(saved)}</p>
            <Button size="s" aria-label={`${field.label}：用已保存的`} onClick={() => session.choose(place, 'theirs')}>
              用已保存的
            </Button>
          </div>
        </div>
      </Notice>
    </div>
  );
}

/** （同事 王芳，14:03）; nothing where nobody knows. */
function whose(by: SavedBy | undefined): string {
  if (!by) return '';
  return `（${by.name ? `同事 ${by.name}` : '另一窗口'}，${formatTime(new Date(by.at))}）`;
}
