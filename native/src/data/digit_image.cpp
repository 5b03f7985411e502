#include <algorithm>
#include <cmath>
#include <string>

#include <downhill/data/digit_image.hpp>
#include <downhill/support/error.hpp>
#include <downhill/support/types.hpp>

namespace downhill {
namespace {

constexpr int box_size = 20;
constexpr Eigen::Index middle = digit_image_size / 2;

using Image = Matrix<double>;

/// First and last + 1 of the columns of `image` with ink in them; empty if there is none.
struct Extent {
  Eigen::Index begin;
  Eigen::Index end;
  Eigen::Index size() const { return end - begin; }
};

Extent inked_columns(const Image& image) {
  const auto inked = (image.colwise().maxCoeff().array() > 0).eval();
  const auto first = std::find(inked.begin(), inked.end(), true);
  if (first == inked.end()) return {0, 0};
  Eigen::Index end = inked.size();
  while (!inked[end - 1]) --end;
  return {first - inked.begin(), end};
}

/// Row i holds the share that each of `from` pixels has in pixel i of `to`, both spread over the same length.
Image area_means(Eigen::Index to, Eigen::Index from) {
  Image shares(to, from);
  const double scale = static_cast<double>(from) / static_cast<double>(to);
  for (Eigen::Index i = 0; i < to; ++i) {
    const double begin = static_cast<double>(i) * scale;
    const double end = begin + scale;
    for (Eigen::Index j = 0; j < from; ++j) {
      const auto pixel = static_cast<double>(j);
      shares(i, j) = std::max(0.0, std::min(end, pixel + 1) - std::max(begin, pixel)) / scale;
    }
  }
  return shares;
}

Image scaled_into_box(const Image& ink) {
  const double scale = static_cast<double>(box_size) / static_cast<double>(std::max(ink.rows(), ink.cols()));
  const auto scaled = [scale](Eigen::Index length) {
    return std::max<Eigen::Index>(1, std::lround(static_cast<double>(length) * scale));
  };
  const Image row_shares = area_means(scaled(ink.rows()), ink.rows());
  const Image column_shares = area_means(scaled(ink.cols()), ink.cols());
  return row_shares * ink * column_shares.transpose();
}

/// Where `mass`, one value a pixel, must begin so that its centre lies in the middle pixel and none of it outside the field.
Eigen::Index centred(const Vector<double>& mass) {
  const Vector<double> centres = Vector<double>::LinSpaced(mass.size(), 0.5, static_cast<double>(mass.size()) - 0.5);
  const auto centre = static_cast<Eigen::Index>(std::floor(mass.dot(centres) / mass.sum()));
  return std::clamp<Eigen::Index>(middle - centre, 0, digit_image_size - mass.size());
}

}  // namespace

std::vector<std::uint8_t> digit_image(std::span<const std::uint8_t> ink, int width, int height) {
  require(width >= 1 && width <= 4096, "width", width, "a whole number from 1 to 4096");
  require(height >= 1 && height <= 4096, "height", height, "a whole number from 1 to 4096");
  if (ink.size() != static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {
    throw_type_error({"ink has ", ink.size(), " values; ", width, "x", height, " pixels need ", width * height});
  }
  std::vector<std::uint8_t> pixels(digit_image_size * digit_image_size);
  const Image drawing = ConstMatrixMap<std::uint8_t>(ink.data(), height, width).cast<double>();
  const Extent columns = inked_columns(drawing);
  const Extent rows = inked_columns(drawing.transpose());
  if (columns.size() == 0) return pixels;

  const Image box = scaled_into_box(drawing.block(rows.begin, columns.begin, rows.size(), columns.size()));
  Image image = Image::Zero(digit_image_size, digit_image_size);
  image.block(centred(box.rowwise().sum()), centred(box.colwise().sum().transpose()), box.rows(), box.cols()) = box;
  std::transform(image.data(), image.data() + image.size(), pixels.begin(),
                 [](double value) { return static_cast<std::uint8_t>(std::lround(value)); });
  return pixels;
}

}  // namespace downhill
