'use client';

import { useState } from 'react';
import type { ReceiptDesk } from '@/lib/capture/desk-queries';
import { paths } from '@/lib/kernel/paths';
import { MarkedSheet, placesOf, type MarkedPlace } from '../capture/marked-sheet';
import { useKeys } from '../review/use-keys';
import { Anchor } from '../ui/anchor';
import { IconButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { Kbd } from '../ui/status';
import { SheetOverlay } from './sheet-overlay';
import styles from './sheet-viewer.module.css';

const ZOOMS = [
  ['适合页面', styles.fit],
  ['100%', styles.wide],
  ['150%', styles.wide150],
  ['200%', styles.wide200],
  ['300%', styles.wide300],
] as const;

type Tab = 'flat' | 'view' | 'issued' | 'over';

/** The straightened sheet, the photograph as it came, and the paper as it was issued; each as large as one likes. */
export function SheetViewer({ desk: { photograph, receiptId, values } }: { desk: ReceiptDesk }) {
  const tabs: readonly (readonly [Tab, string])[] = [
    ...(photograph.hasFlat ? [['flat', '展平照片'] as const] : []),
    ['view', '原始照片'],
    ['issued', '签发页'],
    ...(photograph.hasFlat ? ([['over', '叠合']] as const) : []),
  ];
  const [tab, setTab] = useState<Tab>(photograph.hasFlat ? 'flat' : 'view');
  const [zoom, setZoom] = useState(0);
  const scale = (step: number) => setZoom((now) => Math.min(ZOOMS.length - 1, Math.max(0, now + step)));
  const issued = `${paths.receiptPdf(receiptId)}?inline`;
  const href = tab === 'issued' ? issued : paths.photograph(photograph.id, tab === 'over' ? 'flat' : tab);
  useKeys({
    ...Object.fromEntries(tabs.map(([key], index) => [String(index + 1), () => setTab(key)])),
    '+': () => scale(1),
    '=': () => scale(1),
    '-': () => scale(-1),
  });
  const label = `${tabs.find(([key]) => key === tab)?.[1]}，收据 ${values.number} 第 ${values.version} 版`;
  return (
    <section className={styles.viewer} aria-label="照片与签发页">
      <div className={styles.tools}>
        <div className={styles.tabs} role="tablist" aria-label="看哪一页">
          {tabs.map(([key, word], index) => (
            <button key={key} type="button" role="tab" aria-selected={key === tab} onClick={() => setTab(key)}>
              {word} <Kbd>{index + 1}</Kbd>
            </button>
          ))}
        </div>
        <div className={styles.zoom}>
          {tab !== 'issued' && (
            <>
              <IconButton icon="zoom-out" label="缩小" disabled={zoom === 0} onClick={() => scale(-1)} />
              <span>{ZOOMS[zoom]?.[0]}</span>
              <IconButton icon="zoom-in" label="放大" disabled={zoom === ZOOMS.length - 1} onClick={() => scale(1)} />
            </>
          )}
          <Anchor href={href} target="_blank" className={styles.open} title="在新窗口打开">
            <Icon name="external" label="在新窗口打开" />
          </Anchor>
        </div>
      </div>
      {tab === 'issued' ? (
        <iframe className={styles.frame} src={`${issued}#toolbar=0&navpanes=0&view=Fit`} title={label} />
      ) : tab === 'over' ? (
        <SheetOverlay
          photograph={href}
          issued={paths.receiptPicture(receiptId)}
          label={label}
          zoom={zoom === 0 ? styles.fitSheet : ZOOMS[zoom]?.[1]}
        />
      ) : (
        <div className={styles.canvas} tabIndex={0} role="group" aria-label={label}>
          <Picture src={href} label={label} zoom={zoom} places={tab === 'flat' ? placesOf(photograph.findings) : []} />
        </div>
      )}
    </section>
  );
}

type PictureProps = { src: string; label: string; zoom: number; places: readonly MarkedPlace[] };

/** A photograph; on the straightened one what was found stands where it was found. */
function Picture({ src, label, zoom, places }: PictureProps) {
  const plain = (className: string) => (
    // Private, and never the same twice: the framework's image service has no part in it.
    // eslint-disable-next-line @next/next/no-img-element
    <img key={src} src={src} alt={label} className={className} />
  );
  if (places.length === 0) return plain(classNames(styles.picture, ZOOMS[zoom]?.[1]));
  return (
    <span className={classNames(styles.marked, zoom === 0 ? styles.fitSheet : ZOOMS[zoom]?.[1])}>
      <MarkedSheet places={places}>{plain('')}</MarkedSheet>
    </span>
  );
}
