import { z } from 'zod';
import { PICTURE_CODE_LENGTH } from './picture-code';
import { isWorkedAnswer } from './puzzle';

const TYPED_MAX = 20;

/** What was read off the picture, or what the computer worked out in its place. */
export const pictureCodeField = z
  .string()
  .trim()
  .min(1, `请填写图片中的 ${PICTURE_CODE_LENGTH} 个字符。`)
  .refine((given) => given.length <= TYPED_MAX || isWorkedAnswer(given), `不超过 ${TYPED_MAX} 个字。`);
