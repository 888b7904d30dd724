'use client';

import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import { lampOf, switchLamp } from './camera';
import { keepCamera, type CameraState, type KeptCamera } from './keep-camera';
import type { useChoosers } from './use-chooser';

/** 补光灯: whether it is on, and how to turn it over. */
export type Lamp = { readonly isOn: boolean; readonly turn: () => void };

type Shown = {
  readonly view: CameraState;
  readonly lamp: Lamp | null;
  /** Asked when a picture is taken: the view is told a moment later. */
  readonly isLive: () => boolean;
};

type Choosers = Pick<ReturnType<typeof useChoosers>, 'open' | 'isOpen'>;

/** The camera while the screen is there: how it stands, and its lamp. It is not opened anew behind a chooser. */
export function useCamera(video: RefObject<HTMLVideoElement | null>, choosers: Choosers): Shown {
  const [view, setView] = useState<CameraState>('starting');
  const [lamp, setLamp] = useState<{ track: MediaStreamTrack; isOn: boolean } | null>(null);
  const camera = useRef<KeptCamera | null>(null);
  const isHeld = useEffectEvent(choosers.isOpen);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const kept = keepCamera(element, {
      onView: setView,
      isHeld: () => isHeld(),
      onOpened(stream) {
        const track = lampOf(stream);
        setLamp(track && { track, isOn: false });
      },
    });
    camera.current = kept;
    return () => {
      kept.end();
      camera.current = null;
    };
  }, [video]);
  useEffect(() => {
    if (choosers.open === null) camera.current?.release();
  }, [choosers.open]);
  const switched = (track: MediaStreamTrack, isOn: boolean) =>
    switchLamp(track, isOn).then(
      () => setLamp({ track, isOn }),
      () => setLamp(null),
    );
  return {
    view,
    lamp: lamp && { isOn: lamp.isOn, turn: () => void switched(lamp.track, !lamp.isOn) },
    isLive: () => camera.current?.isLive() ?? false,
  };
}
