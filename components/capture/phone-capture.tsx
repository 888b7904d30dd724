'use client';

import { Spoken } from '@/components/ui/layout';
import { CameraScreen } from './camera-screen';
import { CheckScreen } from './check-screen';
import { EndScreen, SubmittedScreen } from './end-screens';
import { ReadyScreen } from './ready-screen';
import { BusyScreen } from './busy-screen';
import { usePhoneCapture } from './use-phone-capture';

const BUSY = { entering: '正在打开', uploading: '正在上传并检查照片', submitting: '正在提交' } as const;

/** 上传收据 on the phone: point, hold, done. One thing per screen; works without a live camera all the same. */
export function PhoneCapture() {
  const capture = usePhoneCapture();
  const { screen, state, problem } = capture;
  const spoken = <Spoken>{screen === 'camera' ? '取景中，请对齐收据后按拍照' : ''}</Spoken>;
  if (screen === 'entering' || screen === 'uploading' || screen === 'submitting')
    return <BusyScreen text={BUSY[screen]} />;
  if (screen === 'ended' || !state) return <EndScreen state={state} problem={problem} />;
  if (screen === 'submitted') return <SubmittedScreen state={state} />;
  if (screen === 'check' && state.photograph) {
    return (
      <CheckScreen
        state={state}
        photograph={state.photograph}
        problem={problem}
        onRetake={capture.retake}
        onSubmit={capture.submit}
      />
    );
  }
  if (screen === 'camera') {
    return (
      <>
        {spoken}
        <CameraScreen pairingCode={state.pairingCode} onPicture={capture.send} onLeave={capture.leaveCamera} />
      </>
    );
  }
  return (
    <ReadyScreen
      state={state}
      problem={problem}
      onCamera={capture.openCamera}
      onPicture={capture.send}
      onAgain={capture.hasWaiting() ? capture.again : undefined}
    />
  );
}
