import { PhoneFrame } from '@/components/frame/phone-frame';
import { Icon } from '@/components/ui/icon';
import type { Explained } from '@/lib/access/refusals';
import type { PhoneView } from '@/lib/capture/queries';
import { endedBecause, explainCapture } from '@/lib/capture/rules/refusals';
import { SCAN_FIRST } from './phone-link';
import styles from './phone.module.css';
import { VoidedScreen } from './voided-screen';

/** The link is over, or was never good: why, and what to do on the desktop. */
export function EndScreen({ state, problem }: { state: PhoneView | null; problem: Explained | null }) {
  if (state?.status === 'VOIDED' && state.voided)
    return <VoidedScreen number={state.receipt.number} voided={state.voided} />;
  const ended = state && endedBecause(state);
  const { title, why, next } = (ended ? explain(ended) : problem) ?? SCAN_FIRST;
  return (
    <PhoneFrame title="上传收据">
      <div className={styles.end} role="alert">
        <Icon name="stop" size="xl" className={styles.bad} />
        <h2>{title}</h2>
        <p>{why}</p>
        {next.map((step) => (
          <p key={step.label} className={styles.muted}>
            {step.label}。
          </p>
        ))}
      </div>
    </PhoneFrame>
  );
}

function explain(refusal: NonNullable<ReturnType<typeof endedBecause>>): Explained {
  const row = explainCapture[refusal.code] as (given: typeof refusal) => Explained;
  return row(refusal);
}
