'use client';

import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { useKeys } from '../review/use-keys';
import { classNames } from '../ui/class-names';
import { Kbd } from '../ui/status';
import styles from './sheet-overlay.module.css';

const BLINK_MS = 700;
const MODES = [
  ['blink', '闪烁'],
  ['slide', '滑动'],
  ['difference', '差异'],
] as const;
type Mode = (typeof MODES)[number][0];

type Props = { photograph: string; issued: string; label: string; zoom: string | undefined };

/** The straightened photograph over the page as it was issued: both lie in the same place, so what differs moves. */
export function SheetOverlay({ photograph, issued, label, zoom }: Props) {
  const [mode, setMode] = useState<Mode>('blink');
  const [share, setShare] = useState(50);
  const sheet = useRef<HTMLImageElement>(null);
  const { isShown, toggle } = useBlinking(mode === 'blink');
  useKeys({
    ...Object.fromEntries(MODES.map(([key], index) => ['bsd'.charAt(index), () => setMode(key)])),
    ' ': toggle,
  });
  useEffect(() => {
    // By the object model: the content security policy refuses style attributes.
    if (sheet.current) sheet.current.style.clipPath = mode === 'slide' ? `inset(0 ${100 - share}% 0 0)` : '';
  }, [mode, share]);
  return (
    <>
      <div className={styles.modes} role="group" aria-label="叠合方式">
        {MODES.map(([key, word], index) => (
          <button key={key} type="button" aria-pressed={mode === key} onClick={() => setMode(key)}>
            {word} <Kbd>{'BSD'.charAt(index)}</Kbd>
          </button>
        ))}
        {mode === 'slide' && (
          <input
            type="range"
            min="0"
            max="100"
            value={share}
            aria-label="左侧显示照片的比例"
            onChange={(event: ChangeEvent<HTMLInputElement>) => setShare(Number(event.target.value))}
          />
        )}
        {mode === 'blink' && (
          <button type="button" onClick={toggle}>
            {isShown ? '照片' : '签发页'} <Kbd>空格</Kbd>
          </button>
        )}
      </div>
      <div className={styles.canvas} tabIndex={0} role="group" aria-label={label}>
        <span className={classNames(styles.stack, zoom)}>
          {/* Private, and never the same twice: the framework's image service has no part in it. */}
          {/* eslint-disable-next-line @next/next/no-img-element */}
          <img src={issued} alt="签发页" />
          {/* eslint-disable-next-line @next/next/no-img-element */}
          <img
            ref={sheet}
            src={photograph}
            alt="展平照片"
            className={classNames(
              mode === 'difference' && styles.difference,
              mode === 'blink' && !isShown && styles.away,
            )}
          />
        </span>
      </div>
    </>
  );
}

/** Shows and hides by itself until somebody does it by hand; whoever wants no motion does all of it by hand. */
function useBlinking(isOn: boolean) {
  const [isShown, setShown] = useState(true);
  const [isByHand, setByHand] = useState(false);
  useEffect(() => {
    const isStill = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches;
    if (!isOn || isStill || isByHand) return;
    const timer = setInterval(() => setShown((now) => !now), BLINK_MS);
    return () => clearInterval(timer);
  }, [isOn, isByHand]);
  const toggle = () => {
    setByHand(true);
    setShown((now) => !now);
  };
  return { isShown, toggle };
}
