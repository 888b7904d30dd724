'use client';

import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Stack } from '@/components/ui/layout';
import { Kbd } from '@/components/ui/status';
import { TextArea, TextInput } from '@/components/ui/text-input';
import { findReasons, reasonText, type ReasonChoice } from '@/lib/review/rules/reasons';
import styles from './reason-field.module.css';

type Props = {
  name: string;
  label: string;
  hint?: string;
  /** Texts of the programme and of the library; choosing one writes it into the field, where it can be changed. */
  library: readonly ReasonChoice[];
  start?: string;
  /** Where typing begins when the dialog opens. */
  focus?: 'library' | 'text';
  /** Shows the words as the enterprise will read them. */
  preview?: string;
  /** A digit in the empty search sends the form with that reason of the list. */
  byDigit?: boolean;
};

/** A reason: one of the programme's or of the library, found by typing, or one's own words. */
export function ReasonField({ name, label, hint, library, start = '', focus, preview, byDigit }: Props) {
  const id = useId();
  const [text, setText] = useState(start);
  const [used, setUsed] = useState<readonly ReasonChoice[]>([]);
  const first = focus === 'library' && library.length > 0 ? `${id}-library` : id;
  useEffect(() => {
    if (!focus) return;
    // A dialog puts the focus on its first button when it opens, which is after this.
    const timer = setTimeout(() => document.getElementById(first)?.focus());
    return () => clearTimeout(timer);
  }, [first, focus]);

  function add(choice: ReasonChoice) {
    const words = reasonText(choice);
    setText((now) => (now.includes(words) ? now : `${now}${words}`));
    setUsed((now) => (now.includes(choice) ? now : [...now, choice]));
  }
  // What was inserted and deleted again was not used.
  const cited = used.filter((one) => text.includes(one.text.slice(0, 8)) || (one.clause && text.includes(one.clause)));
  const clauseless = cited.filter(({ clause }) => clause && !text.includes(clause));
  return (
    <Stack gap={3}>
      {library.length > 0 && <ReasonFinder id={`${id}-library`} {...{ library, byDigit }} onPick={add} />}
      <Field id={id} label={label} hint={hint}>
        <TextArea
          name={name}
          value={text}
          onChange={(event) => setText(event.target.value)}
          required
          minLength={2}
          maxLength={500}
          rows={4}
        />
      </Field>
      {cited.map((one) => one.id && <input key={one.id} type="hidden" name="reasonIds" value={one.id} />)}
      {clauseless.map(({ clause, text: about }) => (
        <p key={about} className={styles.clause} role="status">
          <Icon name="warn" size="s" />
          依据“{clause}”已删去。
          <button type="button" onClick={() => setText((now) => `${now.replace(/。$/, '')}（${clause}）。`)}>
            补回
          </button>
        </p>
      ))}
      {preview && text.trim() !== '' && (
        <section className={styles.letter} aria-label={preview}>
          <b>{preview}</b>
          <p>{text}</p>
        </section>
      )}
    </Stack>
  );
}

/** The reasons that a form wrote, and which of the library they were. */
export function reasonOf(form: FormData, name = 'reason'): { reason: string; reasonIds: string[] } {
  return { reason: String(form.get(name) ?? '').trim(), reasonIds: form.getAll('reasonIds').map(String) };
}

type FinderProps = Pick<Props, 'library' | 'byDigit'> & { id: string; onPick: (choice: ReasonChoice) => void };

function ReasonFinder({ id, library, onPick, byDigit }: FinderProps) {
  const [typed, setTyped] = useState('');
  const found = findReasons(library, typed);

  function pick(choice: ReasonChoice) {
    onPick(choice);
    setTyped('');
  }
  const hasDigits = byDigit && typed === '';

  function sendByDigit(event: KeyboardEvent<HTMLInputElement>) {
    const choice = /^[1-9]$/.test(event.key) ? found[Number(event.key) - 1] : undefined;
    if (!hasDigits || !choice || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const { form } = event.currentTarget;
    // The form is sent as it stands in the page, so the words have to stand there first.
    flushSync(() => onPick(choice));
    form?.requestSubmit();
  }
  function pickFirst(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (found[0] && typed.trim() !== '') pick(found[0]);
  }
  return (
    <div className={styles.finder}>
      <Field id={id} label="常用理由" optional aside={typed && `${found.length} 条`}>
        <TextInput
          type="search"
          value={typed}
          placeholder={
            byDigit ? '按数字直接退回；或输入几个字查找，点选后可以再改' : '输入几个字查找，点选后写入下面，可以再改'
          }
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            sendByDigit(event);
            pickFirst(event);
          }}
        />
      </Field>
      <ul className={styles.choices} aria-label="可选的理由">
        {found.map((choice, index) => (
          <li key={`${choice.id} ${choice.text}`}>
            <button type="button" onClick={() => pick(choice)}>
              {hasDigits && index < 9 ? (
                <span aria-hidden>
                  <Kbd>{index + 1}</Kbd>
                </span>
              ) : (
                <Icon name="plus" size="s" />
              )}
              <span>{reasonText(choice)}</span>
            </button>
          </li>
        ))}
        {found.length === 0 && <li className={styles.none}>没有这样的理由，请直接写在下面。</li>}
      </ul>
    </div>
  );
}
