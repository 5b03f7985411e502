#include <cstdlib>

// What the C++ library calls before it gives up. Its own form prints a message by printf, which nothing else here needs: a
// tenth of the download for words that no reader sees.
extern "C" [[noreturn]] void abort_message(const char*, ...) { std::abort(); }
