import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CA_PROVIDERS } from '@/lib/enterprise/rules/ca-provider';
import {
  DOCTOR_STEPS,
  doctorCode,
  readDoctorCode,
  REASON_NUMBERS,
  type DoctorReason,
} from '@/lib/enterprise/rules/doctor-code';

const reasons = Object.keys(REASON_NUMBERS) as DoctorReason[];
const aFault = fc.record({
  provider: fc.constantFrom(...CA_PROVIDERS),
  step: fc.constantFrom(...DOCTOR_STEPS),
  reason: fc.constantFrom(...reasons),
});

describe('the code that support reads', () => {
  it('gives back exactly what was put in', () => {
    fc.assert(fc.property(aFault, (fault) => expect(readDoctorCode(doctorCode(fault))).toEqual(fault)));
  });

  it('is read however it was written down', () => {
    fc.assert(
      fc.property(aFault, fc.constantFrom(' ', '', '-', ' - '), (fault, gap) => {
        const spoken = doctorCode(fault).toLowerCase().replaceAll('-', gap);
        expect(readDoctorCode(spoken)).toEqual(fault);
      }),
    );
  });

  it('notices one digit that was misheard', () => {
    fc.assert(
      fc.property(aFault, fc.nat({ max: 3 }), fc.nat({ max: 9 }), (fault, which, digit) => {
        const code = doctorCode(fault).replaceAll('-', '');
        const at = 3 + which;
        fc.pre(code[at] !== String(digit));
        expect(readDoctorCode(code.slice(0, at) + digit + code.slice(at + 1))).toBeNull();
      }),
    );
  });

  it('notices the other CA', () => {
    fc.assert(
      fc.property(aFault, (fault) => {
        const code = doctorCode(fault);
        const swapped = code.replace(/^CA-[JS]/, fault.provider === 'JIANGSU' ? 'CA-S' : 'CA-J');
        expect(readDoctorCode(swapped)).toBeNull();
      }),
    );
  });

  it('has a number of two digits of its own for every reason', () => {
    const numbers = Object.values(REASON_NUMBERS);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((one) => Number.isInteger(one) && one > 0 && one < 100)).toBe(true);
  });
});
