/** Lint rules, and the law of who may import whom: each refusal says its reason. */
import tseslint from 'typescript-eslint';
import words from './tests/lint/words.js';

/** One room of `src`: what it may not import, and why. */
function room(files, forbidden) {
  return {
    files,
    rules: {
      'no-restricted-imports': ['error', { patterns: forbidden.map(([regex, message]) => ({ regex, message })) }],
    },
  };
}

const PLATFORM = ['^(lit|idb|onnxruntime-web|lintel:|virtual:)', 'This room is pure: it runs in any thread and in tests without a browser.'];
const ENGINES = ['^(onnxruntime-web|lintel:)', 'Only inference/worker may name cv and ort, so that the main thread never touches pixels.'];
const DATABASE = ['^idb', 'Only store may name idb, so that every write goes through one door.'];
const INTERFACE = ['^lit', 'Only ui draws.'];
const to = (rooms, message) => [`^(\\.\\./)+(${rooms})/`, message];
const APP = to('app', 'Nobody imports app: it puts the others together.');

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'dist-package', '.cache', 'test-results', 'src/ui/locales/*.ts'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'src/tsconfig.pure.json',
          'src/tsconfig.worker.json',
          'src/tsconfig.page.json',
          'src/tsconfig.node.json',
          'tests/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // Indices are checked by the loops around them; a non-null assertion says so in one character.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true }],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/prefer-literal-enum-member': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true }],
    },
  },
  {
    files: ['src/ui/**', 'src/app/**'],
    plugins: { words },
    rules: { 'words/in-msg': 'error', 'words/when-shown': 'error' },
  },
  room(['src/core/**'], [PLATFORM, to('vision|decision|inference|camera|store|ui|app|tools', 'core stands on nothing.')]),
  room(['src/vision/**'], [PLATFORM, to('decision|inference|camera|store|ui|app|tools', 'vision stands on core alone.')]),
  room(['src/decision/**'], [PLATFORM, to('vision|inference|camera|store|ui|app|tools', 'decision stands on core alone: numbers in, verdict out.')]),
  room(['src/migration/**'], [PLATFORM, to('vision|inference|camera|store|ui|app|tools', 'migration stands on core and decision alone: the bytes of a stranger\'s file go in, people or a refusal come out.')]),
  room(['src/inference/*protocol.ts'], [PLATFORM, to('vision|decision|camera|store|ui|app|tools', 'The protocol is shared by both threads and stands on core alone.')]),
  room(['src/inference/worker/**'], [DATABASE, INTERFACE, APP, to('decision|camera|store|ui|tools|client', 'The worker knows pixels and models, not sessions, people or screens.')]),
  room(['src/inference/client/**'], [ENGINES, DATABASE, INTERFACE, APP, to('vision|decision|camera|store|ui|tools|worker', 'The client knows the protocol, not what the worker does.')]),
  room(['src/camera/**'], [ENGINES, DATABASE, INTERFACE, APP, to('vision|decision|inference|store|ui|tools', 'camera hands out frames and knows nothing of faces.')]),
  room(['src/sealing/**'], [PLATFORM, to('vision|inference|camera|store|backup|ui|app|tools', 'sealing stands on core and decision alone: bytes and passphrases in, sealed bytes out.')]),
  room(['src/backup/**'], [PLATFORM, to('vision|inference|camera|store|ui|app|tools', 'backup stands on sealing and decision: a file in, people or a refusal out. Nothing is written here.')]),
  room(['src/store/**'], [ENGINES, INTERFACE, APP, to('vision|inference|camera|ui|tools', 'store keeps what decision defines.')]),
  room(['src/ui/**'], [ENGINES, DATABASE, APP, to('vision|inference|camera|store|tools', 'ui gets state and emits intents; it does no work of its own.')]),
  room(['src/app/**'], [ENGINES, DATABASE, INTERFACE, to('vision|tools', 'app puts rooms together; the work is theirs.')]),
);
