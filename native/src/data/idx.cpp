#include <algorithm>
#include <array>
#include <limits>
#include <string>

#include <downhill/data/idx.hpp>
#include <downhill/support/error.hpp>

#include "support/number_text.hpp"

namespace downhill {
namespace {

const char* type_name(std::uint8_t type) {
  switch (type) {
    case 0x08:
      return "unsigned byte";
    case 0x09:
      return "signed byte";
    case 0x0b:
      return "16-bit integer";
    case 0x0c:
      return "32-bit integer";
    case 0x0d:
      return "32-bit float";
    case 0x0e:
      return "64-bit float";
    default:
      return "no type of IDX";
  }
}

std::string shape_text(std::span<const std::uint32_t> shape) {
  std::string text;
  for (const std::uint32_t size : shape) text += (text.empty() ? "" : " x ") + std::to_string(size);
  return text;
}

/// Throws FormatError "<name>: expected <expected>, found <found>".
[[noreturn]] void refuse(const std::string& name, const std::string& expected, const std::string& found) {
  throw_format_error({name, ": expected ", expected, ", found ", found});
}

void check_magic(std::span<const std::uint8_t> bytes, int rank, const std::string& name) {
  if (bytes.size() >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b) {
    throw_format_error({name, ": this file is still compressed with gzip; unpack it first"});
  }
  if (bytes.size() < 4) refuse(name, "an IDX file, which begins with 4 bytes", std::to_string(bytes.size()) + " bytes");
  if (bytes[0] != 0 || bytes[1] != 0) {
    refuse(name, "an IDX file, which begins with the bytes 00 00", in_hex(bytes[0]) + " " + in_hex(bytes[1]));
  }
  if (bytes[2] != 0x08) refuse(name, "the type 08 (unsigned byte)", in_hex(bytes[2]) + " (" + type_name(bytes[2]) + ")");
  if (bytes[3] != rank) {
    const bool swapped = (rank == 1 && bytes[3] == 3) || (rank == 3 && bytes[3] == 1);
    refuse(name, "rank " + std::to_string(rank),
           "rank " + std::to_string(bytes[3]) + (swapped ? "; are images and labels swapped?" : ""));
  }
}

constexpr std::size_t label_count = std::numeric_limits<Label>::max() + 1;

/// The class of each label: its place in `classes`.
std::vector<Label> classes_of(std::span<const std::uint8_t> labels, const std::vector<Label>& classes) {
  std::array<int, label_count> place;
  place.fill(-1);
  for (std::size_t k = 0; k < classes.size(); ++k) {
    require(place[classes[k]] < 0, {"classes[", k, "]"}, classes[k], "a label that is not named before it");
    place[classes[k]] = static_cast<int>(k);
  }
  std::vector<Label> found;
  found.reserve(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const int k = place[labels[i]];
    require(k >= 0, {"labels[", i, "]"}, labels[i], "one of classes");
    found.push_back(static_cast<Label>(k));
  }
  return found;
}

/// Each image with its rows as columns; shape: count × rows × columns.
std::vector<std::uint8_t> transposed(std::span<const std::uint8_t> pixels, std::span<const std::uint32_t> shape) {
  using Bytes = Matrix<std::uint8_t>;
  const auto rows = static_cast<Eigen::Index>(shape[1]), columns = static_cast<Eigen::Index>(shape[2]);
  std::vector<std::uint8_t> turned(pixels.size());
  for (std::size_t at = 0; at < pixels.size(); at += static_cast<std::size_t>(rows * columns)) {
    Eigen::Map<Bytes>(turned.data() + at, columns, rows) =
        Eigen::Map<const Bytes>(pixels.data() + at, rows, columns).transpose();
  }
  return turned;
}

}  // namespace

IdxArray read_idx(std::span<const std::uint8_t> bytes, int rank, const char* name) {
  require(rank >= 1 && rank <= 255, "rank", rank, "a whole number from 1 to 255");
  check_magic(bytes, rank, name);
  const std::size_t header = 4 + 4 * static_cast<std::size_t>(rank);
  if (bytes.size() < header) {
    refuse(name, "a header of " + std::to_string(header) + " bytes", "a file of " + std::to_string(bytes.size()) + " bytes");
  }
  IdxArray array;
  for (std::size_t at = 4; at < header; at += 4) {
    std::uint32_t size = 0;
    for (const std::uint8_t byte : bytes.subspan(at, 4)) size = (size << 8) | byte;
    array.shape.push_back(size);
  }
  std::uint64_t count = 1;
  for (const std::uint32_t size : array.shape) {
    if (size == 0) refuse(name, "sizes of 1 or more", shape_text(array.shape));
    if (count > std::numeric_limits<std::uint64_t>::max() / size) {
      refuse(name, "sizes that a file can hold", shape_text(array.shape));
    }
    count *= size;
  }
  const std::uint64_t found = bytes.size() - header;
  if (found != count) {
    const std::string problem = found < count ? " (the file is cut short)" : " (the file is too long)";
    refuse(name, std::to_string(count) + " bytes of data for " + shape_text(array.shape), std::to_string(found) + problem);
  }
  array.values = bytes.subspan(header);
  return array;
}

Dataset dataset_from_idx(std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels,
                         const IdxOptions& options) {
  const IdxArray pixels = read_idx(images, 3, "images");
  const IdxArray classes = read_idx(labels, 1, "labels");
  if (pixels.shape[0] != classes.shape[0]) {
    throw_format_error({"labels: expected ", pixels.shape[0], ", one for each image, found ", classes.shape[0]});
  }
  const std::uint64_t input_size = std::uint64_t{pixels.shape[1]} * pixels.shape[2];
  if (input_size > static_cast<std::uint64_t>(std::numeric_limits<int>::max())) {
    refuse("images", "images of at most 2147483647 pixels", shape_text(std::span(pixels.shape).subspan(1)));
  }
  const int scale = options.scale == 0 ? full_scale(pixels.values) : options.scale;
  std::vector<std::uint8_t> values =
      options.transpose ? transposed(pixels.values, pixels.shape) : std::vector(pixels.values.begin(), pixels.values.end());
  std::vector<Label> found = options.classes.empty() ? std::vector<Label>(classes.values.begin(), classes.values.end())
                                                     : classes_of(classes.values, options.classes);
  return Dataset::from_pixels(std::move(values), std::move(found), static_cast<int>(input_size),
                              static_cast<int>(options.classes.size()), scale, options.classes);
}

}  // namespace downhill
