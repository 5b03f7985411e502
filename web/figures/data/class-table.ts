import { html, type TemplateResult } from 'lit';
import type { DataStrings } from '../../i18n/data.ts';
import type { Split } from './compute.ts';
import { labels } from './state.ts';

/** How many of each class are in the two parts, as numbers and as bars; `current` is the class of the chosen digit. */
export function classTable(words: DataStrings, split: Split | undefined, current: number | undefined): TemplateResult {
  const counts = labels.map((_, k) => ({ train: split?.train[k], test: split?.test[k] }));
  const most = Math.max(1, ...counts.map(({ train = 0, test = 0 }) => train + test));
  const share = (count = 0) => `inline-size: ${(100 * count) / most}%`;
  return html`<div><table id="classes">
    <caption>${words.classes}</caption>
    <thead>
      <tr>
        <th scope="col">${words.class}</th>
        <th scope="col" class="train">${words.inTraining}</th>
        <td class="bar"></td>
        <th scope="col" class="test">${words.inTest}</th>
      </tr>
    </thead>
    <tbody>
      ${counts.map(
        ({ train, test }, k) => html`<tr aria-current=${k === current ? 'true' : 'false'}>
          <th scope="row">${k}</th>
          <td>${train ?? '–'}</td>
          <td class="bar"><span><i style=${share(train)}></i><i style=${share(test)}></i></span></td>
          <td>${test ?? '–'}</td>
        </tr>`,
      )}
    </tbody>
  </table></div>`;
}
