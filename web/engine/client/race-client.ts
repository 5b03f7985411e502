import type { CreateRequest, Origin } from '../protocol/protocol.ts';
import type { RaceSave, RaceSetup } from '../protocol/race-types.ts';
import type { Frames } from './frames.ts';
import { RunClient } from './run-client.ts';
import type { Memory, RunHooks } from './run-hooks.ts';
import { pageSurfaces, type RunLine } from './run-line.ts';

/** The page's side of a race, in the worker of the surfaces. */
export class RaceClient extends RunClient<'race', RaceSetup> {
  override want = { picture: true };
  protected override readonly comesBack = false;

  constructor(hooks: RunHooks<'race'>, line: RunLine = pageSurfaces, frames?: Frames) {
    super(hooks, line, frames);
  }

  protected override creation(run: number, setup: RaceSetup, origin: Origin<'race'> | undefined): CreateRequest {
    return { type: 'create', kind: 'race', run, setup, ...(origin && { origin }) };
  }

  protected override remember(resumedFrom: RaceSave | undefined): Memory<'race'> {
    let last = resumedFrom;
    return {
      take({ save }) {
        last = save ?? last;
      },
      checkpoint: () => last,
    };
  }
}
