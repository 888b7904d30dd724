'use client';

import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { classNames } from './class-names';
import { IconButton } from './button';
import { Icon, type IconName } from './icon';
import styles from './menu.module.css';

export type MenuEntry = {
  readonly label: string;
  readonly icon?: IconName;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  act(): void;
};

export type MenuButtonProps = {
  /** Spoken name of the button: 陈思睿的更多操作. */
  readonly label: string;
  readonly entries: readonly MenuEntry[];
};

/** A button with dots and the acts behind it: arrows walk, Escape and a click elsewhere close, the focus comes back. */
export function MenuButton({ label, entries }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLSpanElement>(null);
  const id = useId();
  useEffect(() => {
    if (!isOpen) return;
    box.current?.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled])')?.focus();
    const elsewhere = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  }, [isOpen]);

  function close() {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  }

  function pressed(event: KeyboardEvent) {
    if (!isOpen) return;
    event.stopPropagation();
    if (event.key === 'Escape') return close();
    if (event.key === 'Tab') return setOpen(false);
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]:not([aria-disabled])') ?? [])];
    const next = nextOf(event.key, items.indexOf(document.activeElement as HTMLElement), items.length);
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  }

  return (
    <span ref={box} className={styles.box} onKeyDown={pressed}>
      <IconButton
        label={label}
        icon="dots"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <ul id={id} role="menu" aria-label={label} className={styles.menu}>
          {entries.map(({ label: words, icon, disabled, danger, act }) => (
            <li key={words} role="none">
              <button
                type="button"
                role="menuitem"
                tabIndex={-1}
                aria-disabled={disabled || undefined}
                className={classNames(danger && styles.danger)}
                onClick={() => {
                  if (disabled) return;
                  close();
                  act();
                }}
              >
                {icon && <Icon name={icon} size="s" />}
                {words}
              </button>
            </li>
          ))}
        </ul>
      )}
    </span>
  );
}

function nextOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
