#include <cstdlib>
#include <new>

#include "allocations.hpp"

// The linker gives malloc of this program's own objects to __wrap_malloc; `new` of the standard library's is replaced.

namespace {

std::size_t count = 0;

}  // namespace

extern "C" {
// Names that the linker's --wrap fixes.
void* __real_malloc(std::size_t size);

void* __wrap_malloc(std::size_t size) {
  ++count;
  return __real_malloc(size);
}
}

void* operator new(std::size_t size) {
  void* memory = std::malloc(size > 0 ? size : 1);
  if (!memory) throw std::bad_alloc();
  return memory;
}

// Address sanitizer has one of its own, whose memory it does not let std::free have.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return std::malloc(size > 0 ? size : 1); }

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

std::size_t downhill::test::allocations() { return count; }
