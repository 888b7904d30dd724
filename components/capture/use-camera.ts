'use client';

import { useEffect, useState, type RefObject } from 'react';
import { hasStopped, lampOf, openCamera, stopCamera, switchLamp } from './camera';

export type CameraState = 'starting' | 'showing' | 'denied' | 'failed';

/** 补光灯: whether it is on, and how to turn it over. */
export type Lamp = { readonly isOn: boolean; readonly turn: () => void };

/** Opens the camera while the screen is there, and again when the system had taken it away meanwhile. */
export function useCamera(video: RefObject<HTMLVideoElement | null>): { view: CameraState; lamp: Lamp | null } {
  const [view, setView] = useState<CameraState>('starting');
  const [turn, setTurn] = useState(0);
  const [lamp, setLamp] = useState<{ track: MediaStreamTrack; isOn: boolean } | null>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let stream: MediaStream | null = null;
    let hasLeft = false;
    openCamera(element).then(
      (opened) => {
        stream = opened;
        if (hasLeft) return stopCamera(opened);
        const track = lampOf(opened);
        setLamp(track && { track, isOn: false });
        setView('showing');
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
  const switched = (track: MediaStreamTrack, isOn: boolean) =>
    switchLamp(track, isOn).then(
      () => setLamp({ track, isOn }),
      () => setLamp(null),
    );
  return { view, lamp: lamp && { isOn: lamp.isOn, turn: () => void switched(lamp.track, !lamp.isOn) } };
}
