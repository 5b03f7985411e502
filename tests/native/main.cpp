#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

int main(int argc, char* argv[]) {
  Catch::Session session;
#ifdef __EMSCRIPTEN__
  // In Node Catch2 takes any output for a terminal.
#if CATCH_VERSION_MAJOR == 2
  session.configData().useColour = Catch::UseColour::No;
#else
  session.configData().defaultColourMode = Catch::ColourMode::None;
#endif
#endif
  return session.run(argc, argv);
}
