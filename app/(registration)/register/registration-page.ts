import { redirect } from 'next/navigation';
import { registrationHere, type RegistrationView } from '@/lib/enterprise/registration-queries';
import { paths, type RegistrationPlace } from '@/lib/kernel/paths';
import { readCaBrowser } from '@/lib/runtime/ca-browser-cookie';

type Ctx = Parameters<typeof registrationHere>[0];

const PLACES: Readonly<Record<RegistrationView['status'], readonly RegistrationPlace[]>> = {
  STARTED: [],
  PROVEN: ['enterprise', 'administrator', 'materials'],
  SUBMITTED: ['phone'],
  CODE_SENT: ['phone'],
  DONE: ['done'],
  EXPIRED: [],
};

/** The registration of this browser; where it stands elsewhere by now, that page is shown instead of an error. */
export async function registrationAt(ctx: Ctx, place: RegistrationPlace): Promise<RegistrationView> {
  const registration = await registrationHere(ctx, await readCaBrowser());
  const open = registration ? PLACES[registration.status] : [];
  if (registration && open.includes(place)) return registration;
  redirect(open[0] ? paths.register(open[0]) : paths.registerCertificate());
}
