'use client';

import { useEffect, useRef, useState, type RefObject } from 'react';
import { Icon } from '@/components/ui/icon';
import { Spoken } from '@/components/ui/layout';
import { hasStopped, openCamera, stopCamera, takeFrame } from './camera';
import { PicturePicker } from './picture-picker';
import styles from './camera.module.css';

type Props = { pairingCode: string; onPicture: (picture: Blob) => void; onLeave: () => void };
type View = 'starting' | 'showing' | 'denied' | 'failed';

const WORDS: Record<View, string> = {
  starting: '正在打开相机，请允许使用相机',
  showing: '将拍照框与虚线裁剪框对齐',
  denied: '没有相机权限。请用右下角“系统相机”拍照，或在浏览器设置中允许使用相机',
  failed: '没有相机画面，请用右下角“系统相机”拍照',
};

/** The camera fills the screen; the crop frame has the shape of the receipt's dashed frame. */
export function CameraScreen({ pairingCode, onPicture, onLeave }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const view = useCamera(video);
  const [isTaking, setTaking] = useState(false);
  const [isBlank, setBlank] = useState(false);

  async function take() {
    if (!video.current || isTaking) return;
    setTaking(true);
    const picture = await takeFrame(video.current);
    setTaking(false);
    setBlank(!picture);
    if (picture) onPicture(picture);
  }

  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <button type="button" className={styles.plain} onClick={onLeave} aria-label="退出相机">
          <Icon name="close" />
        </button>
        <h1 className={styles.pill}>
          <Spoken>拍摄收据，</Spoken>配对码 {pairingCode}
        </h1>
        <span />
      </header>
      <div className={styles.stage}>
        <video ref={video} className={styles.video} playsInline muted autoPlay aria-label="相机画面" />
        {view === 'showing' ? <CropFrame /> : null}
        <p className={styles.say} role="status">
          {isBlank ? WORDS.failed : WORDS[view]}
        </p>
      </div>
      <footer className={styles.foot}>
        <PicturePicker label="相册" icon="image" look="camera" onPicture={onPicture} />
        <button
          type="button"
          className={styles.shutter}
          onClick={() => void take()}
          disabled={view !== 'showing' || isTaking}
          aria-label="拍照"
        />
        <PicturePicker label="系统相机" icon="camera" look="camera" capture onPicture={onPicture} />
      </footer>
    </main>
  );
}

/** Opens the camera while the screen is there, and again when the system had taken it away meanwhile. */
function useCamera(video: RefObject<HTMLVideoElement | null>): View {
  const [view, setView] = useState<View>('starting');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let stream: MediaStream | null = null;
    let hasLeft = false;
    openCamera(element).then(
      (opened) => {
        stream = opened;
        if (hasLeft) stopCamera(opened);
        else setView('showing');
      },
      (error: unknown) => {
        const isDenied = error instanceof DOMException && error.name === 'NotAllowedError';
        if (!hasLeft) setView(isDenied ? 'denied' : 'failed');
      },
    );
    const onShown = () => {
      if (document.hidden || !hasStopped(stream)) return;
      setView('starting');
      setTurn((count) => count + 1);
    };
    document.addEventListener('visibilitychange', onShown);
    return () => {
      hasLeft = true;
      document.removeEventListener('visibilitychange', onShown);
      stopCamera(stream);
    };
  }, [video, turn]);
  return view;
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
