'use client';

import { useId, useState, type InputHTMLAttributes, type KeyboardEvent } from 'react';
import { classNames } from './class-names';
import styles from './combobox.module.css';
import { TextInput } from './text-input';

export type ComboOption = { readonly value: string; readonly label: string; readonly note?: string };

export type ComboboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'width'> & {
  value: string;
  onType: (typed: string) => void;
  /** What may be chosen for what is typed; anything else may be typed on. */
  options: readonly ComboOption[];
  onChoose: (value: string) => void;
  /** Words under the list: that there are more. */
  more?: string;
  /** Name of the list, for the ear. */
  listLabel: string;
};

/**
 * A text with proposals under it, in the flow of the form so that a dialog never cuts them off. Arrows and Enter choose,
 * Escape closes the list and not the dialog around it.
 */
export function Combobox({ value, onType, options, onChoose, more, listLabel, ...input }: ComboboxProps) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const isOpen = open && options.length > 0;

  function choose(option: ComboOption | undefined) {
    if (!option) return;
    setOpen(false);
    setActive(-1);
    onChoose(option.value);
  }

  function pressed(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const isOurs = step !== 0 || (isOpen && (event.key === 'Escape' || (event.key === 'Enter' && active >= 0)));
    if (!isOurs || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'Enter') choose(options[active]);
    else {
      setOpen(true);
      setActive((at) => (isOpen ? (at + step + options.length) % options.length : 0));
    }
  }

  return (
    <div className={styles.combobox}>
      <TextInput
        {...input}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        value={value}
        onChange={(event) => {
          setOpen(true);
          setActive(-1);
          onType(event.target.value);
        }}
        onKeyDown={pressed}
        onBlur={() => setOpen(false)}
      />
      <ul id={listId} role="listbox" aria-label={listLabel} hidden={!isOpen} className={styles.list}>
        {options.map((option, index) => (
          // The pointer leaves the focus in the box, or the list would be gone before the click.
          <li
            key={option.value}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            className={classNames(styles.option, index === active && styles.active)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            <span>{option.label}</span>
            {option.note && <span className={styles.note}>{option.note}</span>}
          </li>
        ))}
      </ul>
      {isOpen && more && <p className={styles.more}>{more}</p>}
    </div>
  );
}
