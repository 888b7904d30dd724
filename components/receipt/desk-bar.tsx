import { Button } from '../ui/button';
import { Kbd } from '../ui/status';
import styles from './desk.module.css';

type Props = {
  mayJudge: boolean;
  pending: boolean;
  onPrevious?: () => void;
  onNext?: () => void;
  onReturn: () => void;
  onAccept: () => void;
  onKeys: () => void;
};

/** The bar at the foot: sending back at the left, moving on and passing at the right. */
export function DeskBar(props: Props) {
  const { mayJudge, pending, onPrevious, onNext, onReturn, onAccept, onKeys } = props;
  return (
    <div className={styles.bar} role="region" aria-label="办理">
      {mayJudge ? (
        <Button variant="plain" aria-haspopup="dialog" onClick={onReturn} className={styles.return}>
          退回 <Kbd>R</Kbd>
        </Button>
      ) : (
        <p className={styles.note}>您可以查看，收据由财务制单审核。</p>
      )}
      <div className={styles.end}>
        <Button variant="plain" disabled={!onPrevious} onClick={onPrevious}>
          上一份 <Kbd>K</Kbd>
        </Button>
        <Button variant="plain" disabled={!onNext} onClick={onNext}>
          下一份 <Kbd>J</Kbd>
        </Button>
        {mayJudge && (
          <Button variant="primary" pending={pending} onClick={onAccept}>
            {onNext ? '通过并看下一份' : '通过'} <Kbd>A</Kbd>
          </Button>
        )}
        <Button variant="plain" aria-label="全部按键" aria-haspopup="dialog" onClick={onKeys}>
          <Kbd>?</Kbd>
        </Button>
      </div>
    </div>
  );
}
