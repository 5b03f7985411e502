#include <cstdint>
#include <span>

#include <downhill/data/idx.hpp>
#include <downhill/support/error.hpp>

#include "promise.hpp"

// Any bytes are either a whole IDX file, whose data are all there, or refused. The first byte chooses the rank, or where a pair
// of files is cut in two.

namespace {

void read_one(std::span<const std::uint8_t> bytes, int rank) {
  try {
    const downhill::IdxArray array = downhill::read_idx(bytes, rank, "images");
    std::uint64_t count = 1;
    for (const std::uint32_t size : array.shape) count *= size;
    promise(array.shape.size() == static_cast<std::size_t>(rank), "the shape has the rank asked for");
    promise(array.values.size() == count, "there are as many values as the shape says");
    promise(array.values.data() + array.values.size() == bytes.data() + bytes.size(), "the data end with the file");
  } catch (const downhill::FormatError&) {
  }
}

void read_pair(std::span<const std::uint8_t> bytes, std::size_t cut) {
  try {
    const downhill::Dataset data = downhill::dataset_from_idx(bytes.first(cut), bytes.subspan(cut));
    for (downhill::Index i = 0; i < data.size(); ++i) {
      promise(data.label(i) < data.classes(), "a label is below the number of classes");
      promise(data.pixels(i).size() == static_cast<std::size_t>(data.input_size()), "an image has all its pixels");
    }
  } catch (const downhill::FormatError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::span<const std::uint8_t> bytes(data + 1, size - 1);
  read_one(bytes, 1 + data[0] % 4);
  read_pair(bytes, bytes.empty() ? 0 : data[0] % bytes.size());
  return 0;
}
