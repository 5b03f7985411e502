import { FileError, type FileProblem } from '../../../web/engine/api/file-problem.ts';

/** Of the FileError that `work` throws. */
export function problemOf(work: () => unknown): FileProblem {
  try {
    work();
  } catch (error) {
    if (error instanceof FileError) return error.problem;
    throw error;
  }
  throw new Error('it was taken');
}
