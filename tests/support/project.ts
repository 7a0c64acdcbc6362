/** Where the tests' own build is: a developer's installed model and build are never touched. */
import { join } from 'node:path';
import { CACHE_DIR } from '../../src/tools/project';

/** A copy of `public` with the pinned model. */
export const TEST_PUBLIC = join(CACHE_DIR, 'test-public');
/** The production build of it. */
export const TEST_DIST = join(CACHE_DIR, 'test-dist');
/** The model the tests are pinned to: the one that can always be had. */
export const TEST_MODEL = 'mobilefacenet-512';
