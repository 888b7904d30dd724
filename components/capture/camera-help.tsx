'use client';

import { Dialog, DialogClose } from '@/components/ui/dialog';
import { HowToHold } from './how-to-hold';
import { PicturePicker } from './picture-picker';
import type { OnChooser } from './use-chooser';
import styles from './camera-help.module.css';

type Props = { open: boolean; onClose: () => void; onPicture: (picture: Blob) => void; onChooser: OnChooser };

const ADVICE = [
  '收据平放在桌上，四个角的黑色方块都要拍到。',
  '手机放平，拍照框与收据的虚线裁剪框对齐。',
  '条件都打勾后自动拍照；没有自动拍照的，按中间的圆按钮。',
  '光线暗时打开补光灯，或换到亮处；有反光时稍微移动。',
] as const;

/** 帮助 over the camera: how to hold it, and the ways without it. */
export function CameraHelp({ open, onClose, onPicture, onChooser }: Props) {
  function picked(picture: Blob) {
    onClose();
    onPicture(picture);
  }
  return (
    <Dialog open={open} onClose={onClose} title="怎样拍收据" size="s" foot={<DialogClose>继续拍照</DialogClose>}>
      <div className={styles.hold}>
        <HowToHold />
      </div>
      <ul className={styles.advice}>
        {ADVICE.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className={styles.advice}>一直拍不好的，可用手机自己的相机，或选择拍好的照片、扫描的 PDF，检查结果一样。</p>
      <div className={styles.ways}>
        <PicturePicker label="系统相机" icon="camera" capture {...{ onPicture: picked, onChooser }} />
        <PicturePicker label="选择相册图片或PDF" icon="image" {...{ onPicture: picked, onChooser }} />
      </div>
    </Dialog>
  );
}
