'use client';

import { useEffect, useRef, useState } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { Spoken } from '@/components/ui/layout';
import type { ReceiptVersion } from '@/lib/capture/rules/findings';
import { takeFrame } from './camera';
import { CameraHelp } from './camera-help';
import { useCameraSwitch } from './camera-switches';
import { drawOutline, LiveOutline } from './live-outline';
import { LiveRow } from './live-row';
import { LiveSay } from './live-say';
import type { CameraState } from './keep-camera';
import { isWeChat, OTHER_BROWSER } from './no-camera';
import { PicturePicker } from './picture-picker';
import { Shutter } from './shutter';
import { startSignal, type ShutterSignal } from './shutter-signal';
import { SwitchRow } from './switch-row';
import { useCamera, type Lamp } from './use-camera';
import { useChoosers } from './use-chooser';
import { useLiveGuidance } from './use-live-guidance';
import styles from './camera.module.css';

type Props = {
  pairingCode: string;
  expected: ReceiptVersion;
  onPicture: (picture: Blob) => void;
  onLeave: () => void;
};

const WORDS: Record<CameraState, string> = {
  starting: '正在打开相机，请允许使用相机',
  showing: '将拍照框与虚线裁剪框对齐',
  paused: '相机画面暂停了，恢复后才能拍照。久等请点“帮助”，改用系统相机',
  denied: '没有相机权限。请用右下角“系统相机”拍照，或在浏览器设置中允许使用相机',
  failed: '没有相机画面，请用右下角“系统相机”拍照',
};

/** Beside the words: in WeChat another browser may well have the camera. */
function wordsOf(view: CameraState): string {
  const isWithout = view === 'denied' || view === 'failed';
  return isWithout && isWeChat() ? `${WORDS[view]}，或${OTHER_BROWSER}` : WORDS[view];
}

/**
 * The camera fills the screen. Where the browser can look at its frames, the frame lies down on the paper, one sentence
 * says what to do, and the picture is taken when everything holds; the button takes one at any time.
 */
export function CameraScreen({ pairingCode, expected, onPicture, onLeave }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const outline = useRef<SVGSVGElement>(null);
  const isTaking = useRef(false);
  const signal = useRef<ShutterSignal>(null);
  const [isAuto] = useCameraSwitch('auto');
  const [isBlank, setBlank] = useState(false);
  const [isHelping, setHelping] = useState(false);
  const choosers = useChoosers();
  const { view, lamp, isLive } = useCamera(video, choosers);
  const isShowing = view === 'showing';
  const { guidance, shoot } = useLiveGuidance({
    ...{ video, isShowing, expected },
    onReading: (reading, isReady) => outline.current && drawOutline(outline.current, reading, isReady),
    onSteady: async () => {
      if (!isAuto || isHelping || choosers.isOpen()) return false;
      await take(true);
      return !choosers.isOpen();
    },
  });

  useEffect(() => {
    const started = startSignal();
    signal.current = started;
    return () => started.end();
  }, []);

  async function take(isUnasked = false) {
    if (!video.current || isTaking.current || !isLive()) return;
    isTaking.current = true;
    // A camera that stopped meanwhile shows its last picture on and on.
    const picture = (await shoot()) ?? (isLive() ? await takeFrame(video.current) : null);
    isTaking.current = false;
    if (isUnasked && choosers.isOpen()) return;
    setBlank(!picture && isLive());
    if (!picture) return;
    signal.current?.give();
    onPicture(picture);
  }

  return (
    <main className={styles.screen}>
      <Head {...{ pairingCode, lamp, onLeave }} />
      <div className={styles.stage}>
        <video ref={video} className={styles.video} playsInline muted autoPlay aria-label="相机画面" />
        {isShowing && !guidance?.checks.corners ? <CropFrame /> : null}
        {guidance ? <LiveOutline ref={outline} /> : null}
        <LiveSay hint={isBlank ? null : (guidance?.hint ?? null)} words={wordsOf(isBlank ? 'failed' : view)} />
        {guidance ? <LiveRow checks={guidance.checks} version={expected.version} /> : null}
      </div>
      <footer className={styles.foot}>
        <PicturePicker label="相册" icon="image" look="camera" onPicture={onPicture} onChooser={choosers.on('album')} />
        <Shutter steady={isAuto ? (guidance?.steady ?? 0) : 0} disabled={!isShowing} onPress={() => void take()} />
        {view === 'denied' || view === 'failed' || isBlank || choosers.open === 'system' ? (
          <PicturePicker
            {...{ onPicture, label: '系统相机', icon: 'camera', look: 'camera' }}
            capture
            onChooser={choosers.on('system')}
          />
        ) : (
          <button type="button" className={styles.help} onClick={() => setHelping(true)} aria-haspopup="dialog">
            <Icon name="info" /> 帮助
          </button>
        )}
      </footer>
      {guidance ? <SwitchRow /> : null}
      <CameraHelp
        open={isHelping}
        onClose={() => setHelping(false)}
        {...{ onPicture, onChooser: choosers.on('help') }}
      />
    </main>
  );
}

type HeadProps = Pick<Props, 'pairingCode' | 'onLeave'> & { lamp: Lamp | null };

function Head({ pairingCode, lamp, onLeave }: HeadProps) {
  return (
    <header className={styles.head}>
      <button type="button" className={styles.plain} onClick={onLeave} aria-label="退出相机">
        <Icon name="close" />
      </button>
      <h1 className={styles.pill}>
        <Spoken>拍摄收据，</Spoken>配对码 {pairingCode}
      </h1>
      {lamp ? (
        <button
          type="button"
          className={classNames(styles.plain, lamp.isOn && styles.lit)}
          onClick={lamp.turn}
          aria-pressed={lamp.isOn}
          aria-label="补光灯"
        >
          <Icon name="flash" />
        </button>
      ) : (
        <span />
      )}
    </header>
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
