'use client';

import { Spoken } from '@/components/ui/layout';
import { verdictWords } from '@/lib/capture/rules/verdict-words';
import { BusyScreen } from './busy-screen';
import { CameraScreen } from './camera-screen';
import { CheckScreen } from './check-screen';
import { EndScreen } from './end-screen';
import { OfflineScreen } from './offline-screen';
import { ReadyScreen } from './ready-screen';
import { SubmittedScreen } from './submitted-screen';
import { TakeOverScreen } from './take-over-screen';
import { usePhoneCapture } from './use-phone-capture';

/** 上传收据 on the phone: point, hold, done. One thing per screen; works without a live camera all the same. */
export function PhoneCapture() {
  const capture = usePhoneCapture();
  const { screen, state } = capture;
  return (
    <>
      {/* Stands on every screen: what comes together with its words is not read out everywhere. */}
      <Spoken>
        <span role="status">
          {screen === 'check' && state?.photograph && !state.voided ? verdictWords(state.photograph) : null}
        </span>
      </Spoken>
      <PresentScreen capture={capture} />
    </>
  );
}

function PresentScreen({ capture }: { capture: ReturnType<typeof usePhoneCapture> }) {
  const { screen, state, problem, question } = capture;
  if (screen === 'entering') return <BusyScreen text="正在打开" />;
  if (screen === 'submitting') return <BusyScreen text="正在提交" />;
  if (screen === 'uploading') return <BusyScreen text="正在上传照片" then="正在检查照片" share={capture.sent} />;
  if (screen === 'offline') return <OfflineScreen onAgain={capture.enter} />;
  if (screen === 'take-over' && question)
    return <TakeOverScreen question={question.asked} problem={problem} onTakeOver={capture.takeOver} />;
  if (screen === 'end' || !state) {
    return state?.status === 'SUBMITTED' ? (
      <SubmittedScreen state={state} />
    ) : (
      <EndScreen state={state} problem={problem} />
    );
  }
  if (screen === 'check' && state.photograph) {
    const { photograph } = state;
    const submit = () => void capture.submit(photograph.id);
    return <CheckScreen {...{ state, photograph, problem }} onRetake={capture.retake} onSubmit={submit} />;
  }
  if (screen === 'camera') {
    const { pairingCode, receipt: expected } = state;
    return <CameraScreen {...{ pairingCode, expected }} onPicture={capture.send} onLeave={capture.leaveCamera} />;
  }
  return (
    <ReadyScreen
      state={state}
      problem={problem}
      onCamera={capture.openCamera}
      onPicture={capture.send}
      onAgain={capture.again}
    />
  );
}
