'use client';

import { useEffect, useRef, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { openCamera, stopCamera, takeFrame } from './camera';
import { PicturePicker } from './picture-picker';
import styles from './camera.module.css';

type Props = { pairingCode: string; onPicture: (picture: Blob) => void; onLeave: () => void };
type View = 'starting' | 'showing' | 'failed';

/** A browser that gives no picture within this time gives none. */
const FIRST_FRAME_MS = 3000;

/** The camera fills the screen; the crop frame has the shape of the receipt's dashed frame. */
export function CameraScreen({ pairingCode, onPicture, onLeave }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [view, setView] = useState<View>('starting');
  const [taking, setTaking] = useState(false);

  useEffect(() => {
    let stream: MediaStream | null = null;
    let left = false;
    const element = video.current;
    if (!element) return;
    const late = setTimeout(() => setView((now) => (now === 'starting' ? 'failed' : now)), FIRST_FRAME_MS * 3);
    openCamera(element)
      .then((opened) => {
        if (left) return stopCamera(opened);
        stream = opened;
        setView('showing');
      })
      .catch(() => setView('failed'));
    return () => {
      left = true;
      clearTimeout(late);
      stopCamera(stream);
    };
  }, []);

  async function take() {
    if (!video.current || taking) return;
    setTaking(true);
    const picture = await takeFrame(video.current);
    if (picture) onPicture(picture);
    else setView('failed');
    setTaking(false);
  }

  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <button type="button" className={styles.plain} onClick={onLeave} aria-label="退出相机">
          <Icon name="close" />
        </button>
        <span className={styles.pill}>配对码 {pairingCode}</span>
        <span />
      </header>
      <div className={styles.stage}>
        <video ref={video} className={styles.video} playsInline muted autoPlay aria-label="相机画面" />
        {view === 'showing' ? <CropFrame /> : null}
        <p className={styles.say} role="status">
          {view === 'showing'
            ? '将拍照框与虚线裁剪框对齐'
            : view === 'starting'
              ? '正在打开相机，请允许使用相机'
              : '没有相机画面，请用下面的“系统相机”'}
        </p>
      </div>
      <footer className={styles.foot}>
        <PicturePicker label="相册" icon="image" look="camera" onPicture={onPicture} />
        <button
          type="button"
          className={styles.shutter}
          onClick={take}
          disabled={view !== 'showing' || taking}
          aria-label="拍照"
        />
        <PicturePicker label="系统相机" icon="camera" look="camera" capture onPicture={onPicture} />
      </footer>
    </main>
  );
}

/** Width to height as the dashed frame on the paper: 186 by 267 mm. */
function CropFrame() {
  return (
    <svg className={styles.frame} viewBox="0 0 186 267" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
      <path d="M1 25V1H25M161 1H185V25M185 242V266H161M25 266H1V242" />
      <path className={styles.dashes} d="M25 1H161M185 25V242M161 266H25M1 242V25" />
    </svg>
  );
}
