import type { CaProvider } from '@/lib/enterprise/rules/ca-provider';
import styles from './key-drawing.module.css';

/** What tells the two keys apart: a tax form, a house. */
const SIGNS: Readonly<Record<CaProvider, string>> = {
  JIANGSU: 'M48 22h24M48 28h24M48 34h16',
  SUZHOU: 'M48 29 60 20l12 9M51 27v10h18V27M57 37v-6h6v6',
};

/** A USB key lying on its side: cord eye, body with its sign, plug. */
export function KeyDrawing({ provider }: { provider: CaProvider }) {
  return (
    <svg className={styles.key} viewBox="0 0 152 56" aria-hidden focusable="false">
      <path d="M4 28h14M6 21v14M18 28h4" />
      <path d="M26 12h70a4 4 0 0 1 4 4v24a4 4 0 0 1-4 4H26a4 4 0 0 1-4-4V16a4 4 0 0 1 4-4z" />
      <path d="M100 18h32v20h-32M114 24h8M114 32h8" />
      <path d={SIGNS[provider]} />
      <circle cx="35" cy="28" r="4" />
    </svg>
  );
}

/** What the drawing shows beside the computer. */
export type Scene = 'search' | 'ask' | 'driver' | 'plug' | 'swap' | 'two' | 'in' | 'locked' | 'broken';

const MARKS: Readonly<Record<Scene, string>> = {
  search: 'M92 50a14 14 0 1 0-20 0 14 14 0 0 0 20 0l10 10',
  ask: 'M34 24h96v14H34zM40 31h4M50 31h40M52 46h60v26H52zM62 54h40M62 63h12M86 63h16',
  driver: 'M82 32v24M72 47l10 10 10-10M66 66h32',
  plug: '',
  swap: '',
  two: 'M46 36h32v12H46zM46 56h32v12H46zM86 42h28M86 62h28',
  in: 'M70 50l9 9 17-18',
  locked: 'M70 48h24v18H70zM75 48v-6a7 7 0 0 1 14 0v6M82 55v5',
  broken: 'M82 34v18M82 60v3M62 70l20-42 20 42z',
};

/** A computer and the key of one CA: in the port, before it, or on its way into it. */
export function KeyScene({ provider, scene }: { provider: CaProvider; scene: Scene }) {
  const isIn = scene === 'in' || scene === 'locked' || scene === 'two' || scene === 'broken';
  return (
    <svg className={styles.scene} viewBox="0 0 248 128" aria-hidden focusable="false">
      <path d="M26 12h112a6 6 0 0 1 6 6v70H20V18a6 6 0 0 1 6-6zM8 100h148l-6 12H14z" />
      <path d="M144 88h6v12M20 88h-6v12M140 103h10v5h-10z" />
      <path className={styles[scene]} d={MARKS[scene]} />
      <g transform={isIn ? 'translate(138 98)' : 'translate(176 98)'}>
        {!isIn && <path d="M12 3H0v9h12M4 6h4M4 9h4" />}
        <path d="M14 0h48a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3H14a2 2 0 0 1-2-2V2a2 2 0 0 1 2-2z" />
        <circle cx="58" cy="7.5" r="2.5" />
        <path d={provider === 'JIANGSU' ? 'M22 5h14M22 8h14M22 11h9' : 'M22 8l7-5 7 5M24 7v5h10V7'} />
      </g>
      {!isIn && scene !== 'search' && <path className={styles.arrow} d="M172 105h-16M161 100l-5 5 5 5" />}
    </svg>
  );
}
