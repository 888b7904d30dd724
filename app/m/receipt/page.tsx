import { PhoneCapture } from '@/components/capture/phone-capture';
import { page } from '@/lib/runtime/page';

/** The phone's page. Its one-time token stands in the address's fragment, which browsers do not send. */
export default page({ who: 'public' }, async () => <PhoneCapture />);
