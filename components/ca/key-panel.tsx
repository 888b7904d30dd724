'use client';

import { useEffect, useRef, type ReactNode } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { CaProvider } from '@/lib/enterprise/rules/ca-provider';
import { EXPLAIN_CA_STATE, isWatched, type CaState } from '@/lib/enterprise/rules/ca-states';
import { Anchor } from '../ui/anchor';
import { Button } from '../ui/button';
import { Icon, type IconName } from '../ui/icon';
import { Notice } from '../ui/notice';
import { paths } from '@/lib/kernel/paths';
import { KeyScene, type Scene } from './key-drawing';
import type { KeyHere } from './use-key';
import type { ProofTrouble } from './use-proof';
import styles from './key-panel.module.css';

const SCENE: Readonly<Record<CaState, Scene>> = {
  probing: 'search',
  asking: 'ask',
  'permission-denied': 'ask',
  'insecure-page': 'ask',
  'on-a-phone': 'driver',
  'agent-missing': 'driver',
  'agent-silent': 'search',
  'agent-broken': 'driver',
  'agent-outdated': 'driver',
  'no-key': 'plug',
  'other-key': 'swap',
  'many-keys': 'two',
  ready: 'in',
  'pin-wrong': 'locked',
  'pin-locked': 'locked',
  cancelled: 'in',
  interrupted: 'broken',
};

const ICON: Readonly<Record<'busy' | 'good' | 'ask' | 'bad', IconName>> = {
  busy: 'search',
  good: 'check-circle',
  ask: 'help',
  bad: 'error',
};

function toneOf(state: CaState): keyof typeof ICON {
  if (state === 'probing') return 'busy';
  if (state === 'ready') return 'good';
  return state === 'asking' || state === 'many-keys' || state === 'cancelled' ? 'ask' : 'bad';
}

/** Which state is shown: what the key said last, as long as the key is there. */
export function shownState({ look, chosen }: KeyHere, trouble: ProofTrouble | null): CaState {
  const isThere = look.state === 'ready' || look.state === 'many-keys';
  if (isThere && trouble?.kind === 'key' && trouble.keyId === chosen?.id) return trouble.state;
  return look.state === 'many-keys' && chosen ? 'ready' : look.state;
}

export type KeyPanelProps = {
  readonly provider: CaProvider;
  readonly here: KeyHere;
  readonly trouble: ProofTrouble | null;
  readonly again: () => void;
  /** The form, shown while the key is there and can be used. */
  readonly children: ReactNode;
  /** On the doctor's own page no link leads to it. */
  readonly isDoctor?: boolean;
};

/** Where the page stands with the key: a drawing, what is the matter, what to do next, and the form once it is there. */
export function KeyPanel({ provider, here, trouble, again, children, isDoctor }: KeyPanelProps) {
  const state = shownState(here, trouble);
  const { setup, look } = here;
  const words = EXPLAIN_CA_STATE[state]({
    provider,
    left: trouble?.kind === 'key' ? trouble.left : undefined,
    version: look.version,
    minimumVersion: setup?.minimumVersion[provider],
    window: setup?.window,
  });
  // A locked key takes no PIN any more; another one beside it does.
  const isUsable = state !== 'pin-locked' || look.keys.length > 1;
  const isThere = (look.state === 'ready' || look.state === 'many-keys') && isUsable;
  if (here.failed) return <RefusedNotice explained={here.failed} again={again} />;
  return (
    <section className={styles.panel} data-ca-state={state}>
      <div className={styles.drawing}>
        <KeyScene provider={provider} scene={SCENE[state]} />
      </div>
      <div className={styles.words}>
        <div role="status" className={styles.said}>
          <p className={styles[toneOf(state)]}>
            <Icon name={ICON[toneOf(state)]} />
            <strong>{words.title}</strong>
          </p>
          <p>{words.why}</p>
        </div>
        <NextSteps explained={words} />
        {trouble?.kind === 'refused' && isThere && <RefusedNotice explained={trouble.explained} />}
        {isThere && children}
        {!isThere && state !== 'probing' && (
          <div className={styles.acts}>
            <Button icon="refresh" onClick={again}>
              重新检测
            </Button>
            {isWatched(state) && <span className={styles.watching}>本页也会自动检测</span>}
            {!isDoctor && <Anchor href={paths.caDoctor(provider)}>逐项检查</Anchor>}
          </div>
        )}
      </div>
    </section>
  );
}

function NextSteps({ explained }: { explained: Explained }) {
  if (explained.next.length === 0) return null;
  return (
    <ol className={styles.next}>
      {explained.next.map((step) => (
        <li key={step.label}>{step.href ? <Anchor href={step.href}>{step.label}</Anchor> : step.label}</li>
      ))}
    </ol>
  );
}

/** What our server said, in full; takes the focus, since it comes after an act. */
export function RefusedNotice({ explained, again }: { explained: Explained; again?: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [explained]);
  return (
    <div ref={box} tabIndex={-1} className={styles.refused}>
      <Notice
        tone="red"
        role="alert"
        title={explained.title}
        actions={again && <Button onClick={again}>重新检测</Button>}
      >
        <p>{explained.why}</p>
        <NextSteps explained={explained} />
      </Notice>
    </div>
  );
}
