/** Every address of the product, in one place: pages, messages and redirects read it here. */
export const paths = {
  home: () => '/',
  talentServices: () => '/talent',
  guide: (programme: string) => `/talent/${programme}`,
  notices: () => '/notices',
  notice: (id: string) => `/notices/${id}`,
  progress: () => '/progress',
  help: () => '/help',
  login: (next?: string) => (next ? `/login?next=${encodeURIComponent(next)}` : '/login'),
  becomeUser: () => '/register',
  registerCertificate: (provider?: string) => `/register/certificate${provider ? `?ca=${provider}` : ''}`,
  register: (step: RegistrationPlace, at?: string) => `/register/${step}${at ? `?at=${encodeURIComponent(at)}` : ''}`,
  enterpriseHome: () => '/home',
  space: () => '/space',
  hub: () => '/space/hub',
  applications: () => '/applications',
  apply: (programme: string) => `/applications/new/${programme}`,
  application: (id: string) => `/applications/${id}`,
  edit: (id: string, step: WizardStep, at?: string) =>
    `/applications/${id}/edit/${step}${at ? `?at=${encodeURIComponent(at)}` : ''}`,
  disbursements: () => '/disbursements',
  disbursement: (id: string) => `/disbursements/${id}`,
  contacts: () => '/contacts',
  file: (id: string, as?: 'view' | 'kept') => `/api/files/${id}${as ? `?as=${as}` : ''}`,
  receiptPdf: (receiptId: string) => `/api/receipts/${receiptId}`,
  photograph: (photographId: string, as: 'view' | 'flat' | 'kept') => `/api/photographs/${photographId}?as=${as}`,
  phone: () => '/m/receipt',
  staffLogin: (next?: string) => (next ? `/staff/login?next=${encodeURIComponent(next)}` : '/staff/login'),
  staffHome: () => '/staff',
  queue: (stage: 'first' | 'final') => `/staff/queue/${stage}`,
  staffApplication: (id: string) => `/staff/applications/${id}`,
  staffNotices: () => '/staff/notices',
  staffNotice: (id: string) => `/staff/notices/${id}`,
  batches: () => '/staff/batches',
  batch: (id: string) => `/staff/batches/${id}`,
  staffDisbursement: (id: string) => `/staff/disbursements/${id}`,
  receiptQueue: () => '/staff/receipts',
  receiptReview: (disbursementId: string) => `/staff/receipts/${disbursementId}`,
  payments: () => '/staff/payments',
  payment: (id: string) => `/staff/payments/${id}`,
  staffCa: () => '/staff/ca',
  dev: () => '/dev',
} as const;

export type RegistrationPlace = 'enterprise' | 'administrator' | 'materials' | 'phone' | 'done';

export type WizardStep = 'enterprise' | 'contact' | 'talents' | 'attachments' | 'preview';
export const WIZARD_STEPS: readonly WizardStep[] = ['enterprise', 'contact', 'talents', 'attachments', 'preview'];
