// Imported first by every command, and for its effect: an older Node would fail later, in words that do not help.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  console.error(`Node 20.19 or newer is needed, of Node 22 one from 22.12 on; this is Node ${process.versions.node}.`);
  console.error('Vite, which builds the page, asks for it. https://nodejs.org/en/download tells how to get one.');
  process.exit(1);
}
