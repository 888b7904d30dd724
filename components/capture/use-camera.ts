'use client';

import { useEffect, useState, type RefObject } from 'react';
import { hasStopped, openCamera, stopCamera } from './camera';

export type CameraState = 'starting' | 'showing' | 'denied' | 'failed';

/** Opens the camera while the screen is there, and again when the system had taken it away meanwhile. */
export function useCamera(video: RefObject<HTMLVideoElement | null>): CameraState {
  const [view, setView] = useState<CameraState>('starting');
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
