import { followContents } from './contents.ts';
import { loadFiguresNearWindow } from './figures.ts';
import { keepHashState } from './hash-state.ts';
import { keepForOffline } from './keeping.ts';
import { connectSwitches } from './switches.ts';

connectSwitches();
followContents();
keepHashState();
loadFiguresNearWindow();
void keepForOffline();
