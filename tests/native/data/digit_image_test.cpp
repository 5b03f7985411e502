#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

#include <catch2/catch.hpp>

#include <downhill/data/digit_image.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/random.hpp>

using namespace downhill;

namespace {

using Bytes = std::vector<std::uint8_t>;

/// A page with rectangles of full ink on it.
struct Page {
  int width;
  int height;
  Bytes ink = Bytes(static_cast<std::size_t>(width * height));

  void fill(int left, int top, int right, int bottom, std::uint8_t value = 255) {
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) ink[static_cast<std::size_t>(y * width + x)] = value;
    }
  }
};

struct Box {
  int left = 28, top = 28, right = 0, bottom = 0;
  double centre_x = 0, centre_y = 0;
};

/// The ink's box (right and bottom excluded) and centre of mass; the middle of the first pixel is at 0.
Box box_of(const Bytes& image) {
  Box box;
  double mass = 0;
  for (int y = 0; y < 28; ++y) {
    for (int x = 0; x < 28; ++x) {
      const double value = image[static_cast<std::size_t>(y * 28 + x)];
      if (value == 0) continue;
      box.left = std::min(box.left, x);
      box.right = std::max(box.right, x + 1);
      box.top = std::min(box.top, y);
      box.bottom = std::max(box.bottom, y + 1);
      box.centre_x += value * x;
      box.centre_y += value * y;
      mass += value;
    }
  }
  box.centre_x /= mass;
  box.centre_y /= mass;
  return box;
}

}  // namespace

TEST_CASE("a drawing's longer side becomes 20 pixels, the other keeps the proportion") {
  Page tall{.width = 300, .height = 400};
  tall.fill(200, 30, 260, 330);  // 60 × 300, far from the middle
  const Box box = box_of(digit_image(tall.ink, 300, 400));
  CHECK(box.bottom - box.top == 20);
  CHECK(box.right - box.left == 4);
  Page wide{.width = 280, .height = 280};
  wide.fill(10, 270, 130, 276);  // 120 × 6
  const Box flat = box_of(digit_image(wide.ink, 280, 280));
  CHECK(flat.right - flat.left == 20);
  CHECK(flat.bottom - flat.top == 1);
}

TEST_CASE("the centre of mass comes to pixel (14, 14), not the middle of the box") {
  Page seven{.width = 280, .height = 280};
  seven.fill(40, 20, 180, 50);
  seven.fill(150, 50, 180, 260);
  const Box box = box_of(digit_image(seven.ink, 280, 280));
  CHECK(std::abs(box.centre_x - 14) <= 0.5);
  CHECK(std::abs(box.centre_y - 14) <= 0.5);
  CHECK(box.left != 28 - box.right);
}

TEST_CASE("edges are anti-aliased and full ink stays full") {
  Page stroke{.width = 100, .height = 100};
  stroke.fill(10, 10, 90, 20);
  stroke.fill(45, 10, 52, 90);  // edges that fall between pixels of the box
  const Bytes image = digit_image(stroke.ink, 100, 100);
  CHECK(*std::max_element(image.begin(), image.end()) == 255);
  CHECK(std::any_of(image.begin(), image.end(), [](std::uint8_t value) { return value > 0 && value < 255; }));
  // The ink is 1290 pixels of 80 × 80, hence 1290/16 of 20 × 20.
  const double mass = std::accumulate(image.begin(), image.end(), 0.0) / 255;
  CHECK(mass == Approx(1290 / 16.0).epsilon(0.01));
}

TEST_CASE("an image that is already prepared stays as it is") {
  Random random(6);
  Page page{.width = 200, .height = 150};
  for (int stroke = 0; stroke < 5; ++stroke) {
    const int left = static_cast<int>(random.below(150)), top = static_cast<int>(random.below(100));
    page.fill(left, top, left + 50, top + 12, static_cast<std::uint8_t>(100 + random.below(156)));
  }
  const Bytes once = digit_image(page.ink, 200, 150);
  CHECK(digit_image(once, 28, 28) == once);
}

TEST_CASE("where a drawing lies on the page and at what size makes no difference") {
  Page small{.width = 60, .height = 60};
  small.fill(5, 7, 25, 47);
  small.fill(25, 27, 45, 47);
  Page large{.width = 200, .height = 150};
  large.fill(90, 20, 130, 100);
  large.fill(130, 60, 170, 100);
  CHECK(digit_image(small.ink, 60, 60) == digit_image(large.ink, 200, 150));
}

TEST_CASE("one dot fills the box, ink at one end stays inside the field, and a blank page stays blank") {
  Page dot{.width = 50, .height = 50};
  dot.fill(3, 3, 4, 4);
  const Bytes square = digit_image(dot.ink, 50, 50);
  CHECK(std::count(square.begin(), square.end(), 255) == 400);
  Page mace{.width = 200, .height = 200};
  mace.fill(0, 0, 40, 100);
  mace.fill(40, 0, 200, 1);
  const Box box = box_of(digit_image(mace.ink, 200, 200));
  CHECK(box.left >= 0);
  CHECK(box.right == 28);
  CHECK(digit_image(Page{.width = 3, .height = 2}.ink, 3, 2) == Bytes(784));
}

TEST_CASE("a drawing whose bytes do not fit its size is refused") {
  CHECK_THROWS_WITH(digit_image(Bytes(5), 3, 2), "ink has 5 values; 3x2 pixels need 6");
  CHECK_THROWS_AS(digit_image({}, 0, 0), RangeError);
}
