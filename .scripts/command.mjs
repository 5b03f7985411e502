/**
 * Runs a command of package.json. What goes wrong is told in its message alone: a stack of these scripts would help nobody.
 * @param {() => Promise<void>} main
 */
export async function command(main) {
  try {
    await main();
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}
