import { maskEmail, maskIdNumber, maskMobile } from '@/lib/kernel/mask';
import type { FieldConfig } from '@/lib/programme/rules/config';

/** The masked form of a sealed answer, right or wrong. */
export function maskAnswer(field: FieldConfig, clear: string): string {
  switch (field.type) {
    case 'idNumber':
      return maskIdNumber(clear);
    case 'email':
      return maskEmail(clear);
    default:
      return maskMobile(clear);
  }
}
