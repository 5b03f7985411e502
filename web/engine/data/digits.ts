import digitsUrl from '#digits?url';
import { DigitsDownload } from './digits-download.ts';

/** The digits of this page, for all its figures. */
export const pageDigits = new DigitsDownload(digitsUrl);
