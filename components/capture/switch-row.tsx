import { Icon, type IconName } from '@/components/ui/icon';
import { useCameraSwitch, type CameraSwitch } from './camera-switches';
import styles from './switch-row.module.css';

/** Two switches under the shutter, remembered by this phone. */
export function SwitchRow() {
  return (
    <div className={styles.row}>
      <Switch name="auto" icon="camera" label="自动拍照" />
      <Switch name="signals" icon="speaker" label="提示音和振动" />
    </div>
  );
}

function Switch({ name, icon, label }: { name: CameraSwitch; icon: IconName; label: string }) {
  const [isOn, turn] = useCameraSwitch(name);
  return (
    <button type="button" role="switch" aria-checked={isOn} className={styles.switch} onClick={turn}>
      <Icon name={icon} size="s" /> {label} <b aria-hidden="true">{isOn ? '开' : '关'}</b>
    </button>
  );
}
