import { machine } from '@/lib/kernel/machine';

export type CaptureStatus =
  'WAITING' | 'OPENED' | 'CAMERA' | 'PHOTOGRAPHED' | 'CHECKED' | 'SUBMITTED' | 'EXPIRED' | 'CANCELLED' | 'VOIDED';
export type CaptureEvent =
  'open' | 'takeOver' | 'startCamera' | 'photograph' | 'check' | 'retake' | 'submit' | 'expire' | 'cancel' | 'void';

/** States in which a phone may still do something. */
export const LIVE_CAPTURE = ['WAITING', 'OPENED', 'CAMERA', 'PHOTOGRAPHED', 'CHECKED'] as const;

/**
 * The life of a capture link (扫码拍照): from the QR on the desktop to the submitted photograph. It stands with the receipt,
 * because voiding a version ends its links; the links themselves are made in the area of capture.
 */
export const CAPTURE = machine<CaptureStatus, CaptureEvent>(
  'capture link',
  {
    initial: 'WAITING',
    states: [...LIVE_CAPTURE, 'SUBMITTED', 'EXPIRED', 'CANCELLED', 'VOIDED'],
    ends: ['SUBMITTED', 'EXPIRED', 'CANCELLED', 'VOIDED'],
  },
  [
    ['WAITING', 'open', 'OPENED', 'phone', '手机已打开', null],
    [['OPENED', 'CAMERA', 'PHOTOGRAPHED', 'CHECKED'], 'takeOver', 'OPENED', 'phone', '已换到另一部手机', null],
    ['OPENED', 'startCamera', 'CAMERA', 'phone', '正在取景', null],
    [['OPENED', 'CAMERA', 'CHECKED'], 'photograph', 'PHOTOGRAPHED', 'phone', '已拍照', null],
    ['PHOTOGRAPHED', 'check', 'CHECKED', 'case', '已检查', null],
    [['PHOTOGRAPHED', 'CHECKED'], 'retake', 'CAMERA', 'phone', '重拍', null],
    ['CHECKED', 'submit', 'SUBMITTED', 'phone', '已提交', null],
    [LIVE_CAPTURE, 'expire', 'EXPIRED', 'clock', '链接已过期', null],
    [LIVE_CAPTURE, 'cancel', 'CANCELLED', ['enterprise', 'window', 'admin'], '已取消', null],
    [LIVE_CAPTURE, 'void', 'VOIDED', 'case', '收据已作废', null],
  ],
);
