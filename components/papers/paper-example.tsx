import styles from './papers.module.css';

export type ExampleKind = 'stamped-form' | 'licence' | 'id-front' | 'id-back';

const WORDS: Readonly<Record<ExampleKind, string>> = {
  'stamped-form': '示意：打印的表，四角有黑色方块，右上有二维码，右下盖红色公章',
  licence: '示意：营业执照复印件，下方盖红色公章',
  'id-front': '示意：身份证人像面复印件，旁边盖红色公章',
  'id-back': '示意：身份证国徽面复印件，旁边盖红色公章',
};

/** A small drawing of what is wanted: what words explain badly, above all where the seal goes. */
export function PaperExample({ kind }: { kind: ExampleKind }) {
  return (
    <svg className={styles.example} viewBox="0 0 84 118" role="img" aria-label={WORDS[kind]}>
      <rect className={styles.sheet} x="0.5" y="0.5" width="83" height="117" />
      {kind === 'stamped-form' && <Form />}
      {kind === 'licence' && <Licence />}
      {kind === 'id-front' && <Card isFront />}
      {kind === 'id-back' && <Card isFront={false} />}
    </svg>
  );
}

function Form() {
  return (
    <>
      <path className={styles.ink} d="M5 5h5v5H5zM74 5h5v5h-5zM5 104h5v5H5zM74 104h5v5h-5zM60 13h14v14H60z" />
      <path className={styles.paper} d="M63 16h3v3h-3zM69 16h2v2h-2zM66 21h4v3h-4z" />
      <path
        className={styles.line}
        d="M26 11h32M12 20h24M12 25h18M12 33h62v34H12zM12 41h62M12 50h62M12 58h62M28 33v34"
      />
      <path className={styles.line} d="M12 90h22M12 100h22" />
      <Seal x={58} y={88} />
    </>
  );
}

function Licence() {
  return (
    <>
      <rect className={styles.frame} x="8" y="12" width="68" height="62" />
      <path className={styles.line} d="M26 22h32M15 34h26M15 41h30M15 48h22M15 55h34M15 62h20" />
      <path className={styles.ink} d="M58 34h11v11H58z" />
      <Seal x={56} y={92} />
    </>
  );
}

function Card({ isFront }: { isFront: boolean }) {
  return (
    <>
      <rect className={styles.frame} x="12" y="16" width="60" height="38" rx="3" />
      {isFront ? (
        <path className={styles.line} d="M18 24h18M18 30h14M18 36h22M18 46h36M52 22h14v18H52z" />
      ) : (
        <path className={styles.line} d="M36 24h28M36 31h22M22 46h40M20 20h10v12H20z" />
      )}
      <Seal x={54} y={86} />
    </>
  );
}

function Seal({ x, y }: { x: number; y: number }) {
  return (
    <>
      <circle className={styles.seal} cx={x} cy={y} r="13" />
      <path
        className={styles.star}
        transform={`translate(${x} ${y})`}
        d="M0-5l1.3 3.6H5L2 .8 3.1 4.5 0 2.3-3.1 4.5-2 .8-5-1.4h3.7z"
      />
    </>
  );
}
