import { canUseCamera } from './camera';

/** WeChat's own browser: in many versions without a camera, always with a menu that leads to another browser. */
export function isWeChat(userAgent = navigator.userAgent): boolean {
  return /MicroMessenger/i.test(userAgent);
}

export const OTHER_BROWSER = '点右上角“…”，选择“在浏览器打开”';

/** Why no camera can be shown here, and what to do instead; null where one can. The picture is judged alike either way. */
export function whyNoCamera(): string | null {
  if (canUseCamera()) return null;
  if (isWeChat()) return `微信里打不开相机画面。请用“拍照”，检查结果一样；也可以${OTHER_BROWSER}。`;
  if (globalThis.isSecureContext === false)
    return '本页不是加密连接（https），浏览器不开放相机画面。请用“拍照”，检查结果一样。';
  return '当前浏览器打不开相机画面。请用“拍照”，检查结果一样。';
}
