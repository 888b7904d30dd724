import { classNames } from '@/components/ui/class-names';
import { Icon, type IconName } from '@/components/ui/icon';
import type { Hint } from '@/lib/capture/rules/live-hints';
import { wordsOf } from '@/lib/capture/rules/live-words';
import styles from './camera.module.css';

const ICONS: Record<Hint['code'], IconName> = {
  'no-sheet': 'search',
  'corner-outside': 'warn',
  'corner-hidden': 'warn',
  further: 'zoom-out',
  closer: 'zoom-in',
  level: 'mobile',
  'too-dark': 'flash',
  'hold-still': 'camera',
  'wrong-receipt': 'stop',
  'wrong-page': 'stop',
  'old-version': 'stop',
  'no-seal': 'seal',
  good: 'check-circle',
};

/** The one sentence, spoken when it changes. `words` is what is said as long as there is no hint. */
export function LiveSay({ hint, words }: { hint: Hint | null; words: string }) {
  return (
    <p className={classNames(styles.say, hint?.code === 'good' && styles.good)} role="status">
      {hint ? <Icon name={ICONS[hint.code]} /> : null}
      {hint ? wordsOf(hint) : words}
    </p>
  );
}
