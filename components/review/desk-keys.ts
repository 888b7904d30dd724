import type { KeyLine } from './keys-dialog';

/** What `?` shows, in the order of the work. */
export const DESK_KEYS: readonly KeyLine[] = [
  { keys: ['A'], does: '领取本案' },
  { keys: ['空格', 'L'], does: '下一份未看的材料' },
  { keys: ['H'], does: '上一份材料' },
  { keys: ['J', 'K'], does: '下一位、上一位' },
  { keys: ['1', '…', '9'], does: '切换证明材料' },
  { keys: ['←', '→'], does: '翻页' },
  { keys: ['+', '-', 'R'], does: '放大、缩小、转动' },
  { keys: ['↑', '↓'], does: '逐项核对，右侧显示出处' },
  { keys: ['M'], does: '在材料上框选位置' },
  { keys: ['E'], does: '此前申请' },
  { keys: ['S'], does: '支持，看下一位' },
  { keys: ['N'], does: '不予支持；办结后领取下一件' },
  { keys: ['C'], does: '写意见' },
  { keys: ['P'], does: '通过' },
  { keys: ['T'], does: '退回企业' },
  { keys: ['B'], does: '退回初审' },
  { keys: ['X'], does: '整案不予支持' },
  { keys: ['Ctrl', 'Enter'], does: '提交对话框' },
  { keys: ['Esc'], does: '关闭对话框' },
  { keys: ['?'], does: '全部按键' },
];
