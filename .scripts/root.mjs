import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * A path in the repository.
 * @param {...string} parts
 */
export const inRepository = (...parts) => join(root, ...parts);
