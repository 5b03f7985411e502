import { page } from '../i18n/page.ts';
import { followContents } from './contents.ts';
import { loadFiguresNearWindow } from './figures.ts';
import { markFound } from './found-marks.ts';
import { keepHashState } from './hash-state.ts';
import { keepForOffline } from './keeping.ts';
import { connectSwitches } from './switches.ts';

connectSwitches(page);
followContents();
markFound();
const address = keepHashState();
loadFiguresNearWindow();
const lesson = new URLSearchParams(location.search).get('classroom');
if (lesson !== null) void import('./classroom/classroom.ts').then(({ startClassroom }) => startClassroom(lesson, address));
void keepForOffline();
