import { describe, expect, it } from 'vitest';
import { wrongArrows } from '../../.scripts/arrows.mjs';

const wrong = (...files: [path: string, text: string][]) => wrongArrows(new Map(files));

describe('the arrows between folders', () => {
  it.each([
    ['web/draw/axes.ts', `import type { Engine } from '../engine/api/api.ts';`],
    ['web/draw/axes.ts', `import '../figures/base/style/styles.ts';`],
    ['web/engine/api/downhill.ts', `export { clip } from '../../draw/clip.ts';`],
    ['web/engine/client/workers.ts', `new Worker(new URL('../../page/worker.ts', import.meta.url));`],
    ['web/engine/client/workers.ts', `import script from '../../page/worker.ts?worker&url';`],
    ['web/figures/loss/loss-figure.ts', `const page = await import('../../page/main.ts');`],
    ['web/figures/loss/loss-figure.ts', `import createModule from '#module';`],
    ['web/i18n/loss.ts', `import type { LossFigure } from '../figures/loss/loss-figure.ts';`],
    ['native/src/loss/loss.cpp', `#include <emscripten/bind.h>`],
    ['native/cli/main.cpp', `#include <emscripten/bind.h>`],
  ])('forbid what does not point down: %s with %s', (path, text) => {
    expect(wrong([path, text])).toHaveLength(1);
  });

  it('forbid a figure to use another one, and let it use what figures share', () => {
    const descent = ['web/figures/descent/descent-figure.ts', `import '../loss/loss-figure.ts'; import '../base/style/styles.ts';`] as const;
    expect(wrong([...descent], ['web/figures/loss/loss-figure.ts', ''], ['web/figures/base/style/styles.ts', ''])).toEqual([
      'web/figures/descent/descent-figure.ts: uses web/figures/loss/loss-figure.ts; figures do not know one another',
    ]);
  });

  it('forbid what figures share to use a figure', () => {
    expect(wrong(['web/figures/base/style/styles.ts', `import '../../loss/loss-figure.ts';`], ['web/figures/loss/loss-figure.ts', ''])).toHaveLength(1);
  });

  it('forbid native/include to use native/src', () => {
    expect(wrong(['native/include/downhill/loss/loss.hpp', '#include "kernels/sparse.hpp"'], ['native/src/kernels/sparse.hpp', ''])).toHaveLength(1);
  });

  it('forbid an earlier room of the engine to use a later one', () => {
    expect(wrong(['native/src/loss/loss.cpp', '#include <downhill/net/trainer.hpp>'], ['native/include/downhill/net/trainer.hpp', ''])).toEqual([
      'native/src/loss/loss.cpp: uses native/include/downhill/net/trainer.hpp; loss comes before net',
    ]);
  });

  it.each([
    ['api', `import type { Failure } from '../protocol/failure.ts';`, 'api comes before protocol'],
    ['protocol', `import { readIdx } from '../data/idx-file.ts';`, 'protocol comes before data'],
    ['data', `export type { RunClient } from '../client/run-client.ts';`, 'data comes before client'],
    ['client', `import { Pace } from '../worker/pace.ts';`, 'client and worker do not know each other'],
    ['worker', `const { Pulls } = await import('../client/pulls.ts');`, 'worker and client do not know each other'],
  ])('forbid a room of web/engine to use a later one, or one beside it: %s', (room, text, why) => {
    expect(wrong([`web/engine/${room}/x.ts`, text])).toEqual([expect.stringContaining(why)]);
  });

  it('forbid the page to use what runs in workers', () => {
    expect(wrong(['web/figures/race/course.ts', `import { RaceSession } from '../../engine/worker/race-session.ts';`])).toEqual([
      'web/figures/race/course.ts: uses web/engine/worker/race-session.ts; web/engine/worker/ runs in workers alone',
    ]);
  });

  it.each([
    ['web/page/main.ts', `import { hash } from './hash.ts'; import '../figures/loss/loss-figure.ts'; import { page } from '../i18n/page.ts';`],
    ['web/figures/loss/loss-figure.ts', `import { LitElement } from 'lit'; import '../../draw/axes.ts'; import '../../engine/api/api.ts'; import '../../i18n/loss.ts';`],
    ['web/engine/api/downhill.ts', `import createModule from '#module';`],
    ['web/engine/client/workers.ts', `import script from '../worker/worker.ts?worker&url'; import { failureOf } from '../protocol/failure.ts';`],
    ['web/engine/worker/pace.ts', `import { loadEngine } from '../api/downhill.ts'; import { samplesOf } from '../data/samples.ts';`],
    ['native/src/net/trainer.cpp', `#include <downhill/net/trainer.hpp>\n#include <downhill/loss/loss.hpp>\n#include "kernels/sums.hpp"`],
    ['native/bindings/module.cpp', `#include <emscripten/bind.h>\n#include <downhill/loss/loss.hpp>`],
  ])('allow what points down: %s with %s', (path, text) => {
    expect(wrong([path, text])).toEqual([]);
  });
});
