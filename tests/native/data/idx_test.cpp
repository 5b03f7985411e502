#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/data/idx.hpp>
#include <downhill/support/error.hpp>

using namespace downhill;
using Catch::Contains;

namespace {

using Bytes = std::vector<std::uint8_t>;

/// An IDX file of the type and sizes given, with `data` bytes 0, 1, 2, … after the header.
Bytes idx(std::uint8_t type, const std::vector<std::uint32_t>& sizes, std::size_t data) {
  Bytes bytes = {0, 0, type, static_cast<std::uint8_t>(sizes.size())};
  for (const std::uint32_t size : sizes) {
    for (const int shift : {24, 16, 8, 0}) bytes.push_back(static_cast<std::uint8_t>(size >> shift));
  }
  for (std::size_t i = 0; i < data; ++i) bytes.push_back(static_cast<std::uint8_t>(i));
  return bytes;
}

Bytes idx(const std::vector<std::uint32_t>& sizes, std::size_t data) { return idx(8, sizes, data); }

void check_refused(const Bytes& bytes, int rank, const std::string& message) {
  CHECK_THROWS_AS(read_idx(bytes, rank, "images"), FormatError);
  CHECK_THROWS_WITH(read_idx(bytes, rank, "images"), Contains("images: ") && Contains(message));
}

}  // namespace

TEST_CASE("an IDX file of 2 images of 2 x 3 pixels has that shape and the bytes after the header") {
  const Bytes bytes = idx({2, 2, 3}, 12);
  const IdxArray array = read_idx(bytes, 3, "images");
  CHECK(array.shape == std::vector<std::uint32_t>{2, 2, 3});
  REQUIRE(array.values.size() == 12);
  CHECK(array.values.data() == bytes.data() + 16);
  CHECK(array.values[11] == 11);
  CHECK(read_idx(idx({300}, 300), 1, "labels").shape == std::vector<std::uint32_t>{300});
}

TEST_CASE("images and labels become a data set with as many classes as the labels tell apart") {
  const Dataset data = dataset_from_idx(idx({2, 2, 3}, 12), idx({2}, 2));
  CHECK(data.size() == 2);
  CHECK(data.input_size() == 6);
  CHECK(data.classes() == 2);
  CHECK(data.class_labels().empty());
  CHECK(data.has_pixels());
  CHECK(data.label(1) == 1);
  CHECK(data.pixels(1)[0] == 6);
  CHECK(data.inputs(std::array<Index, 1>{1})(0, 5) == 11.0f / 15);
  CHECK(dataset_from_idx(idx({62, 1, 1}, 62), idx({62}, 62)).classes() == 62);
}

TEST_CASE("a list of classes says which labels there are, and keeps their names") {
  Bytes labels = idx({3}, 0);
  labels.insert(labels.end(), {8, 3, 8});
  const Dataset data = dataset_from_idx(idx({3, 1, 2}, 6), labels, {.classes = {3, 8}});
  CHECK(data.classes() == 2);
  CHECK(data.label(0) == 1);
  CHECK(data.label(1) == 0);
  CHECK(data.class_labels() == std::vector<Label>{3, 8});
  CHECK(data.subset(std::array<Index, 1>{2}).class_labels() == std::vector<Label>{3, 8});
  CHECK(dataset_from_idx(idx({3, 1, 2}, 6), labels).classes() == 9);
  CHECK_THROWS_WITH(dataset_from_idx(idx({3, 1, 2}, 6), labels, {.classes = {3, 7}}),
                    "labels[0] is 8; allowed is one of classes");
  CHECK_THROWS_WITH(dataset_from_idx(idx({3, 1, 2}, 6), labels, {.classes = {3, 8, 3}}),
                    "classes[2] is 3; allowed is a label that is not named before it");
}

TEST_CASE("pixels are divided by what the largest of them stands for, or by the scale that is given") {
  const auto scale_of = [](std::uint8_t largest) {
    Bytes images = idx({2, 1, 2}, 0);
    images.insert(images.end(), {0, largest, 0, 0});
    return dataset_from_idx(images, idx({2}, 2)).scale();
  };
  CHECK(scale_of(1) == 1);
  CHECK(scale_of(15) == 15);
  CHECK(scale_of(16) == 16);
  CHECK(scale_of(99) == 100);
  CHECK(scale_of(128) == 255);
  CHECK(scale_of(255) == 255);
  CHECK(scale_of(0) == 255);
  const Dataset given = dataset_from_idx(idx({2, 1, 2}, 4), idx({2}, 2), {.classes = {}, .scale = 2});
  CHECK(given.inputs(std::array<Index, 2>{0, 1})(1, 1) == 1.5f);
  CHECK_THROWS_WITH(dataset_from_idx(idx({2, 1, 2}, 4), idx({2}, 2), {.classes = {}, .scale = 256}),
                    "scale is 256; allowed is a whole number from 1 to 255");
}

TEST_CASE("images that lie on their side are transposed, whatever their shape") {
  const Dataset data = dataset_from_idx(idx({2, 2, 3}, 12), idx({2}, 2), {.classes = {}, .scale = 0, .transpose = true});
  const auto second = data.pixels(1);
  CHECK(Bytes(second.begin(), second.end()) == Bytes{6, 9, 7, 10, 8, 11});
}

TEST_CASE("what is not an IDX file of bytes is refused with what was expected and what was found") {
  check_refused({}, 3, "expected an IDX file, which begins with 4 bytes, found 0 bytes");
  check_refused({0, 0, 8}, 3, "found 3 bytes");
  check_refused({0x89, 'P', 'N', 'G', 0, 0}, 3, "begins with the bytes 00 00, found 89 50");
  check_refused(idx(0x0d, {2, 2, 3}, 48), 3, "expected the type 08 (unsigned byte), found 0d (32-bit float)");
  check_refused(idx(0x09, {2}, 2), 1, "found 09 (signed byte)");
  check_refused(idx(0x77, {2}, 2), 1, "found 77 (no type of IDX)");
  check_refused({0x1f, 0x8b, 8, 0, 1, 2, 3}, 3, "still compressed with gzip");
}

TEST_CASE("another rank is refused; swapped images and labels are recognised") {
  check_refused(idx({2, 3}, 6), 3, "expected rank 3, found rank 2");
  check_refused(idx({}, 0), 1, "expected rank 1, found rank 0");
  check_refused(idx({6}, 6), 3, "found rank 1; are images and labels swapped?");
  check_refused(idx({2, 2, 3}, 12), 1, "found rank 3; are images and labels swapped?");
}

TEST_CASE("short and surplus data are refused with both sizes") {
  check_refused({0, 0, 8, 3, 0, 0, 0, 2, 0}, 3, "expected a header of 16 bytes, found a file of 9 bytes");
  check_refused(idx({2, 2, 3}, 11), 3, "expected 12 bytes of data for 2 x 2 x 3, found 11 (the file is cut short)");
  check_refused(idx({2, 2, 3}, 0), 3, "found 0 (the file is cut short)");
  check_refused(idx({2, 2, 3}, 13), 3, "found 13 (the file is too long)");
  check_refused(idx({60000, 28, 28}, 100), 3, "expected 47040000 bytes");
}

TEST_CASE("a size of 0 and sizes whose product overflows are refused") {
  check_refused(idx({0, 28, 28}, 0), 3, "expected sizes of 1 or more, found 0 x 28 x 28");
  check_refused(idx({5, 0, 28}, 0), 3, "found 5 x 0 x 28");
  check_refused(idx({0x80000000, 0x80000000, 4}, 0), 3,
                "expected sizes that a file can hold, found 2147483648 x 2147483648 x 4");
  check_refused(idx({0x80000000, 0x80000000, 4, 0}, 0), 4, "images: expected size");
  check_refused(idx({0xffffffff, 0xffffffff, 1}, 20), 3, "found 20 (the file is cut short)");
  check_refused(idx(std::vector<std::uint32_t>(255, 0xffffffff), 1), 255, "sizes that a file can hold");
}

TEST_CASE("as many labels as images are needed") {
  CHECK_THROWS_AS(dataset_from_idx(idx({3, 2, 2}, 12), idx({2}, 2)), FormatError);
  CHECK_THROWS_WITH(dataset_from_idx(idx({3, 2, 2}, 12), idx({2}, 2)), "labels: expected 3, one for each image, found 2");
  CHECK_THROWS_WITH(dataset_from_idx(idx({3}, 3), idx({3}, 3)), Contains("images: ") && Contains("swapped"));
}
