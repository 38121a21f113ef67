import { Button, Notice } from '@zhitongche/ui';
import { useEffect, useRef, useState } from 'react';
import { dotsOf, readCodes } from '@zhitongche/ui/read-code.ts';

/** Milliseconds between two looks at the picture: a telephone stays cool, a hand does not notice. */
const EVERY = 180;
const SIDE = 1000;

/** Shows what the camera sees until a square code is read in it. */
export const Scanner = ({
  wanted,
  onCode,
  onClose,
}: {
  /** Which codes are looked for; others in the picture are passed over. */
  readonly wanted: (text: string) => boolean;
  readonly onCode: (text: string) => void;
  readonly onClose: () => void;
}) => {
  const video = useRef<HTMLVideoElement>(null);
  const [refused, setRefused] = useState(false);
  const found = useRef(onCode);
  useEffect(() => {
    found.current = onCode;
  });
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    let over = false;
    const begin = async (): Promise<void> => {
      const asked = { video: { facingMode: 'environment', width: { ideal: 1920 } } };
      const opened = await navigator.mediaDevices.getUserMedia(asked);
      stream = opened;
      const shown = video.current;
      if (over || !shown) {
        for (const track of opened.getTracks()) track.stop();
        return;
      }
      shown.srcObject = opened;
      await shown.play();
      timer = setInterval(() => {
        const image = dotsOf(shown, shown.videoWidth, shown.videoHeight, SIDE);
        const text = image && readCodes(image, wanted).find(wanted);
        if (text !== undefined) found.current(text);
      }, EVERY);
    };
    begin().catch(() => setRefused(true));
    return () => {
      over = true;
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, [wanted]);
  return (
    <div className="stack">
      {refused ? (
        <Notice tone="warn" live title="相机打不开 · No camera">
          请在浏览器设置中允许本页使用相机，或改用照片。Allow this page to use the camera, or choose a photo.
        </Notice>
      ) : (
        <video ref={video} className="seal-video" muted playsInline aria-label="相机画面 Camera" />
      )}
      <div>
        <Button onPress={onClose}>关闭相机 Close</Button>
      </div>
    </div>
  );
};
