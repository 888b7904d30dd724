import coreWebVitals from 'eslint-config-next/core-web-vitals';
import typescript from 'eslint-config-next/typescript';

const clock = [
  ["NewExpression[callee.name='Date'][arguments.length=0]", 'The time comes from ctx.now or an argument.'],
  [
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    'The time comes from ctx.now or an argument.',
  ],
  ["CallExpression[callee.object.name='Math'][callee.property.name='random']", 'Chance comes through a port.'],
  ["MemberExpression[object.name='process'][property.name='env']", 'Only lib/runtime reads the environment.'],
];
const markup = [
  ["JSXAttribute[name.name='dangerouslySetInnerHTML']", 'Text is escaped by React; there is no other way to the page.'],
  ["JSXAttribute[name.name='style']", 'The content security policy refuses style attributes: write a class.'],
];
const house = [
  ['TSEnumDeclaration', 'Write a union of string literals.'],
  ['ExportAllDeclaration', 'No barrel files: import from the file that has it.'],
];
// All tables but those whose status is no life: a message's delivery, a line of a payment file.
const status = [
  [
    "CallExpression[callee.property.name=/^(update|updateMany|updateManyAndReturn|upsert)$/][callee.object.property.name!=/^(message|paymentLine)$/] Property[key.name=/^(data|update)$/] > ObjectExpression > Property[key.name='status']",
    'A status changes through changeStatus only.',
  ],
  ['TemplateElement[value.raw=/\\bSET\\b[^;]*\\bstatus\\s*=/i]', 'A status changes through changeStatus only.'],
];
const noDefault = [['ExportDefaultDeclaration', 'Named exports; a default only where the framework demands one.']];

/** Flat configuration replaces a rule whole, so each group of files names all that is forbidden there. */
const forbid = (...groups) => ({
  'no-restricted-syntax': ['error', ...groups.flat().map(([selector, message]) => ({ selector, message }))],
});

const configuration = [
  ...coreWebVitals,
  ...typescript,
  {
    ignores: [
      '.next*/',
      '.data/',
      '.cache/',
      'e2e-pictures/',
      'prisma/generated/',
      'lib/capture/vision/generated/',
      'public/',
      'next-env.d.ts',
    ],
  },
  {
    rules: {
      'max-lines': ['error', 300],
      'import/no-anonymous-default-export': 'off',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      ...forbid(house),
    },
  },
  { files: ['app/**', 'proxy.ts', 'instrumentation.ts'], rules: forbid(house, clock, markup, status) },
  { files: ['proxy.ts', 'instrumentation.ts'], rules: forbid(house, status) },
  { files: ['components/**'], rules: forbid(house, clock, markup, noDefault) },
  { files: ['lib/**'], rules: forbid(house, clock, status, noDefault) },
  { files: ['lib/drivers/**', 'lib/runtime/**'], rules: forbid(house, status, noDefault) },
  { files: ['lib/db/change-status.ts'], rules: forbid(house, clock, noDefault) },
  {
    // Not every word of Next's own rules fits what runs outside a page.
    files: ['scripts/**', '__tests__/**', 'prisma/**'],
    rules: { '@next/next/no-assign-module-variable': 'off' },
  },
];

export default configuration;
