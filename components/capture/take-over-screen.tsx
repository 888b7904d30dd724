import { useRef, useState, type SubmitEvent } from 'react';
import { PhoneFrame } from '@/components/frame/phone-frame';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { TextInput } from '@/components/ui/text-input';
import type { Explained } from '@/lib/access/refusals';
import styles from './phone.module.css';

type Props = {
  question: Explained;
  /** Why the last answer came to nothing. */
  problem: Explained | null;
  onTakeOver: (pairingCode: string) => Promise<void>;
};

const FORM = 'take-over';
const DIGITS = 4;

/** Another phone holds the link: this one goes on instead with the digits of the desktop. Who does not want to closes the page. */
export function TakeOverScreen({ question, problem, onTakeOver }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [code, setCode] = useState('');
  const [isPending, setPending] = useState(false);
  const isWhole = code.length === DIGITS;

  async function send(event: SubmitEvent) {
    event.preventDefault();
    if (!isWhole || isPending) return;
    setPending(true);
    await onTakeOver(code);
    setPending(false);
    form.current?.querySelector('input')?.focus();
  }

  return (
    <PhoneFrame
      title="上传收据"
      foot={
        <Button
          type="submit"
          form={FORM}
          variant="primary"
          size="l"
          icon="swap"
          pending={isPending}
          disabled={!isWhole}
        >
          改用这部手机
        </Button>
      }
    >
      <div className={styles.top}>
        <Icon name="mobile" size="xl" />
        <h2>{question.title}</h2>
      </div>
      <form
        id={FORM}
        ref={form}
        className={classNames(styles.card, styles.ask)}
        onSubmit={(event) => void send(event)}
        noValidate
      >
        <Field
          id="pairing-code"
          label="电脑上显示的 4 位配对码"
          hint="在“上传收据”二维码旁"
          error={problem && <Said {...problem} />}
        >
          <TextInput
            inputMode="numeric"
            autoComplete="off"
            value={code}
            onChange={(e) => setCode(digitsOf(e.target.value))}
          />
        </Field>
      </form>
      <p className={styles.said}>{question.why}</p>
      <p className={styles.muted}>
        不改用的，关闭本页，那部手机可继续拍照。同一部手机换了浏览器也会这样问，同样输入配对码即可。
      </p>
    </PhoneFrame>
  );
}

/** Whole words of a refusal, read out at once. */
function Said({ title, why, next }: Explained) {
  return <span role="alert">{[`${title}。`, why, ...next.map(({ label }) => `${label}。`)].join('')}</span>;
}

/** No length is set on the input, which would cut a pasted code that has spaces. */
const digitsOf = (typed: string) => typed.normalize('NFKC').replace(/\D/g, '').slice(0, DIGITS);
