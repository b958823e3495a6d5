import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const IN_CATALOGUE = 'What people read or hear comes from words(), in every language of the page.';
/** Attributes whose text is shown or read out. */
const SPOKEN =
  '/^(aria-label|aria-valuetext|aria-description|aria-roledescription|title|placeholder|alt|label|caption)$/';
/** Two letters make a word; signs, numbers and emoji need no translation. */
const WORDS = '/\\p{L}{2}/u';
const WRITTEN = [`Literal[value=${WORDS}]`, `TemplateElement[value.raw=${WORDS}]`];
const NAMES = '/^(\\s*Townlet\\s*|make up)$/';
/** Text between tags; the product's name and its commands are the same in all languages. */
const SHOWN = `JSXText[value=${WORDS}]:not([value=${NAMES}])`;
const inCatalogue = [
  SHOWN,
  ...WRITTEN.flatMap((text) => {
    const inner = text.startsWith('Template') ? `TemplateLiteral > ${text}` : text;
    return [
      `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > ${inner}`,
      `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > ${inner}`,
      `JSXAttribute[name.name=${SPOKEN}] > ${inner}`,
      `JSXAttribute[name.name=${SPOKEN}] > JSXExpressionContainer > ${inner}`,
      `JSXAttribute[name.name=${SPOKEN}] > JSXExpressionContainer > :matches(ConditionalExpression, LogicalExpression) > ${inner}`,
    ];
  }),
].map((selector) => ({ selector, message: IN_CATALOGUE }));

export default defineConfig(
  { ignores: ['dist/', 'public/', 'src/town/generated.ts'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/views/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Views use town/actions.ts.' },
        { name: 'WebSocket', message: 'Views read the store.' },
      ],
    },
  },
  { files: ['src/**/*.tsx'], rules: { 'no-restricted-syntax': ['error', ...inCatalogue] } },
  { files: ['eslint.config.js'], extends: [tseslint.configs.disableTypeChecked] },
);
